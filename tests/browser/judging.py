"""What a machine can judge of a screen: WCAG 2.1 AA by axe, the width, the size of what a thumb has to hit."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
SMALLEST_TARGET = 44  # pixels


def grave_violations(page: Page) -> list[str]:
    """What axe finds that keeps people out, with the first place of each."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found if rule["impact"] in GRAVE]


def overhang(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def broken_words(page: Page, selector: str) -> list[str]:
    """The words that show inside an element and whose letters stand on more than one line."""
    return page.locator(selector).evaluate(
        """element => {
            const broken = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = new Range();
            const words = () => walker.currentNode.parentElement.checkVisibility({contentVisibilityAuto: true})
                ? walker.currentNode.data.matchAll(/\\S+/g) : [];
            while (walker.nextNode()) for (const word of words()) {
                range.setStart(walker.currentNode, word.index);
                range.setEnd(walker.currentNode, word.index + word[0].length);
                const lines = new Set([...range.getClientRects()].filter(r => r.width).map(r => Math.round(r.top)));
                if (lines.size > 1) broken.push(word[0]);
            }
            return broken;
        }"""
    )


def unfold(page: Page) -> None:
    """Opens whatever is folded, so that nothing hides from the judge."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def small_targets(page: Page) -> list[list]:
    """The buttons and fields that are lower than a thumb needs: the beginning of each and its height."""
    targets = page.locator(
        "button, .button, .button-quiet, summary, input:not([type=hidden], [type=checkbox], [type=radio]), select"
    )
    sizes = targets.evaluate_all(
        "all => all.filter(e => e.checkVisibility())"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])"
    )
    return [each for each in sizes if each[1] < SMALLEST_TARGET]
