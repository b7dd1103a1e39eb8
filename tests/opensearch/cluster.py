"""A real OpenSearch cluster on this machine: two nodes, each a process that can be killed; or one
that is asked by https alone, by one user.

The server's jars come from Maven; they listen on the loopback address alone. Needs a JDK of 17 or
newer, and ``mvn``.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
_NODES = 2
#: Opens the server's keys, which nobody else has; the JDK wants it in ASCII.
_WORD = "of no use elsewhere"
#: Seconds that starting may take on a busy machine.
_PATIENCE = 300
_JAVA = (
    "-Xms256m", "-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable",
    "-Dopensearch.set.netty.runtime.available.processors=false",
)  # fmt: skip


def missing() -> str:
    """What this machine lacks for a cluster, empty where nothing."""
    absent = [program for program in ("java", "javac", "mvn") if shutil.which(program) is None]
    return f"no {', no '.join(absent)} on the PATH" if absent else ""


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may ask, and the files of a certificate made for this machine: the server's own, and the
    one by which others know it."""

    user: str
    password: str
    store: Path
    certificate: Path

    def settings(self) -> dict[str, str]:
        """What makes a node ask for them."""
        return {
            "guard.store": str(self.store),
            "guard.word": _WORD,
            "guard.user": f"{self.user}:{self.password}",
            "http.type": "netty4-secure",
        }

    def context(self) -> ssl.SSLContext:
        """What trusts nobody else."""
        return ssl.create_default_context(cafile=self.certificate)

    def header(self) -> str:
        """The credentials as http has them."""
        return f"Basic {b64encode(f'{self.user}:{self.password}'.encode()).decode()}"


def guard(folder: Path, user: str, password: str) -> Guard:
    """One with a new certificate of 127.0.0.1, which the JDK makes."""
    made = Guard(user, password, folder / "store.p12", folder / "certificate.pem")
    keytool = ["keytool", "-keystore", str(made.store), "-storepass", _WORD]
    name = ["-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1", "-validity", "2"]
    subprocess.run([*keytool, "-genkeypair", "-keyalg", "EC", *name], check=True)
    subprocess.run([*keytool, "-exportcert", "-rfc", "-file", str(made.certificate)], check=True)
    return made


class Cluster:
    """Nodes ``0`` and ``1``, or ``0`` alone behind a guard. Everything that they write lies in
    ``folder``."""

    def __init__(self, folder: Path, guard: Guard | None = None) -> None:
        self._folder = folder
        self._guard = guard
        self._nodes = 1 if guard else _NODES
        self._classes = _compiled(folder)
        self._ports = _free_ports(2 * self._nodes)
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        for node in range(self._nodes):
            self.start(node)
        self.settle()

    def url(self, name: str, **parameters: object) -> str:
        """``SEARCH_URL`` of an index of that name, reached through any node, without user."""
        first, *others = (f"127.0.0.1:{port}" for port in self._ports[: self._nodes])
        given = [*(("node", other) for other in others), *parameters.items()]
        query = "&".join(f"{key}={value}" for key, value in given)
        return f"opensearch://{first}/{name}?{query}"

    def start(self, node: int) -> None:
        """Start a node that does not run; ``settle`` waits for it."""
        transport = [f"127.0.0.1:{port}" for port in self._ports[self._nodes :]]
        settings = {
            "path.home": str(self._folder / f"node-{node}"),
            "cluster.name": f"facing-pages-{os.getpid()}",
            "node.name": f"node-{node}",
            "network.host": "127.0.0.1",
            "http.port": str(self._ports[node]),
            "transport.port": str(self._ports[self._nodes + node]),
            "discovery.seed_hosts": ",".join(transport),
            "cluster.initial_cluster_manager_nodes": ",".join(
                f"node-{each}" for each in range(self._nodes)
            ),
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            "transport.type": "netty4",
            "http.type": "netty4",
            **(self._guard.settings() if self._guard else {}),
        }
        with (self._folder / f"node-{node}.log").open("ab") as log:
            self._processes[node] = subprocess.Popen(
                ["java", *_JAVA, "-cp", self._classes, "OneNode", *map("=".join, settings.items())],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )

    def processes(self) -> list[int]:
        """The nodes that run, as processes of this machine."""
        return [process.pid for process in self._processes.values()]

    def kill(self, node: int) -> None:
        """End a node as a power cut does."""
        with self._processes.pop(node) as process:
            process.kill()

    def settle(self) -> None:
        """Wait until both nodes are in the cluster and every copy of every shard is there."""
        wanted = f"wait_for_nodes={self._nodes}&wait_for_status=green&timeout=1s"
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            answered = self._health(wanted)
            if answered and not answered["timed_out"]:
                return
            time.sleep(0.2)
        logs = [path.read_text()[-2_000:] for path in sorted(self._folder.glob("*.log"))]
        raise AssertionError("OpenSearch did not start: " + "\n".join(logs))

    def stop(self) -> None:
        """End both nodes and forget what they wrote."""
        for node in list(self._processes):
            self.kill(node)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _health(self, wanted: str) -> dict[str, object] | None:
        guard = self._guard
        scheme = "https" if guard else "http"
        address = f"{scheme}://127.0.0.1:{self._ports[0]}/_cluster/health?{wanted}"
        headers = {"Authorization": guard.header()} if guard else {}
        asked = urllib.request.Request(address, headers=headers)
        context = guard.context() if guard else None
        try:
            with urllib.request.urlopen(asked, timeout=10, context=context) as response:
                return dict(json.load(response))
        except urllib.error.HTTPError as error:
            with error:
                return {"timed_out": True}
        except OSError:
            return None


def _compiled(folder: Path) -> str:
    """The class path: our node, and the server's jars, resolved by Maven into its own cache."""
    jars = folder / "class-path"
    maven = ["mvn", "--quiet", "--batch-mode", "--file", str(HERE / "pom.xml")]
    subprocess.run(
        [*maven, "dependency:build-classpath", f"-Dmdep.outputFile={jars}"],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    classes = folder / "classes"
    subprocess.run(
        ["javac", "-nowarn", "-cp", jars.read_text(), "-d", classes, *sorted(HERE.glob("*.java"))],
        check=True,
    )
    return f"{classes}{os.pathsep}{jars.read_text()}"


def _free_ports(count: int) -> list[int]:
    held = [socket.socket() for _ in range(count)]
    try:
        for each in held:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in held]
    finally:
        for each in held:
            each.close()
