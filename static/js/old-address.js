// Old systems keep their pages behind "#" ("/#/chi-tiet?ma=1.001193"), which no browser sends: who scans such a code
// arrives at the home page. The whole address goes to the door for codes. Without a script the home page stays.
if (/^#!?\/./.test(location.hash)) {
  location.replace(`/q/?${new URLSearchParams({ ma: location.href.slice(0, 1000) })}`);
}
