"""An Elasticsearch of the tests' own: one node or several in a folder, on free ports, gone afterwards."""

import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.elasticsearch.distribution import unpacked
from tests.elasticsearch.java import java_home
from tests.parts import missing
from tests.postgres.server import free_port
from tests.unprivileged import as_nobody, hand_over

VERSION = "8.19.3"
HEAP = "512m"
PATIENCE = 240.0  # seconds; three nodes that start together on two cores need half a minute

# Little to think about for a little data: one simple collector, no second compiler.
_JVM = f"""-Xms{HEAP}
-Xmx{HEAP}
-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
-Djava.io.tmpdir=${{ES_TMPDIR}}
"""
_SETTINGS = """cluster.name: portal-tests
network.host: 127.0.0.1
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
action.auto_create_index: false
"""


@dataclass
class Node:
    """One process of Elasticsearch with a folder and ports of its own; it may be killed and started again."""

    name: str
    programs: Path
    java: Path
    folder: Path
    port: int
    transport: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def configure(self, discovery: str) -> None:
        """Writes its configuration; `discovery` says how it finds the others."""
        shutil.copytree(self.programs / "config", self.folder / "config", dirs_exist_ok=True)
        own = f"node.name: {self.name}\nhttp.port: {self.port}\ntransport.port: {self.transport}\n"
        paths = f"path.data: {self.folder / 'data'}\npath.logs: {self.folder / 'logs'}\n"
        (self.folder / "config" / "elasticsearch.yml").write_text(_SETTINGS + own + paths + discovery)
        (self.folder / "config" / "jvm.options").write_text(_JVM)

    def start(self) -> None:
        """Starts the process and does not wait for it."""
        own = {"ES_PATH_CONF": str(self.folder / "config"), "ES_JAVA_HOME": str(self.java), "HOME": str(self.folder)}
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(
                ["bash", self.programs / "bin" / "elasticsearch"],
                cwd=self.folder, env=os.environ | own, stdout=output, stderr=output,
                start_new_session=True, **as_nobody(),
            )  # fmt: skip

    def signal(self, number: signal.Signals) -> None:
        """Sends a signal to the launcher and the server that it started."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, number)

    def kill(self) -> None:
        """Ends it at once, as a power cut would."""
        self.signal(signal.SIGKILL)
        if self.process is not None:
            self.process.wait(timeout=30)

    def is_running(self) -> bool:
        """Whether its process lives."""
        return self.process is not None and self.process.poll() is None


@dataclass
class Cluster:
    """The nodes that work together."""

    nodes: Sequence[Node]

    @property
    def urls(self) -> list[str]:
        """Where its nodes answer."""
        return [node.url for node in self.nodes]

    def start(self) -> None:
        """Starts the nodes that do not run and waits until all of them work together."""
        for node in self.nodes:
            if not node.is_running():
                node.start()
        for node in self.nodes:
            _wait(node, f"wait_for_nodes={len(self.nodes)}&wait_for_status=green")

    def stop(self) -> None:
        """Lets all nodes end by themselves, so that nothing they hold is lost."""
        for node in self.nodes:
            node.signal(signal.SIGTERM)
        for node in self.nodes:
            if node.process is not None:
                node.process.wait(timeout=60)

    def kill(self) -> None:
        """Ends all nodes at once."""
        for node in self.nodes:
            node.kill()


@contextmanager
def running_server(folder: Path, version: str = VERSION, nodes: int = 1) -> Iterator[Cluster]:
    """A cluster in the folder, which goes on with the data that it finds there. Skips the test by name where Java or
    Maven is missing."""
    cluster = prepared(folder, version, [free_port() for _ in range(nodes)])
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.kill()


def prepared(folder: Path, version: str, ports: Sequence[int]) -> Cluster:
    """A cluster that was not started yet, with a node for each port."""
    java = java_home(version)
    if java is None or shutil.which("mvn") is None:
        missing(f"Java cho Elasticsearch {version} và Maven (gói Debian: default-jre-headless, maven)")
    hand_over(folder)
    programs, java = unpacked(version, folder), _reachable(java, folder)
    nodes = [Node(f"node-{at}", programs, java, folder / f"node-{at}", port) for at, port in enumerate(ports)]
    for node in nodes:
        node.folder.mkdir(exist_ok=True)
        node.configure(_discovery(nodes))
        _give_away(node.folder)
    return Cluster(nodes)


def _discovery(nodes: Sequence[Node]) -> str:
    if len(nodes) == 1:
        return "discovery.type: single-node\n"
    seeds = [f"127.0.0.1:{node.transport}" for node in nodes]
    return f"discovery.seed_hosts: {seeds}\ncluster.initial_master_nodes: {[node.name for node in nodes]}\n"


def _reachable(java: Path, folder: Path) -> Path:
    """A Java that the server's user may run: one in root's own places is copied."""
    if not as_nobody() or java.is_relative_to("/usr"):
        return java
    return Path(shutil.copytree(java, folder / "java", dirs_exist_ok=True))


def _give_away(folder: Path) -> None:
    if user := as_nobody():
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, user["user"], user["group"])


def _wait(node: Node, condition: str) -> None:
    """Asks for the cluster's health, which answers once the condition holds. Raises RuntimeError without patience."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and node.is_running():
        try:
            urllib.request.urlopen(f"{node.url}/_cluster/health?{condition}&timeout=30s", timeout=40)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"Elasticsearch không khởi động được: {(node.folder / 'output').read_text()[-2000:]}")
