"""A real OpenSearch cluster on this machine: two nodes, each a process that can be killed.

The server's jars come from Maven; they listen on the loopback address alone. Needs a JDK of 17 or
newer, and ``mvn``.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
_NODES = 2
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


class Cluster:
    """Two nodes, ``0`` and ``1``. Everything that they write lies in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._classes = _compiled(folder)
        self._ports = _free_ports(2 * _NODES)
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        for node in range(_NODES):
            self.start(node)
        self.settle()

    def url(self, name: str, **parameters: object) -> str:
        """``SEARCH_URL`` of an index of that name, reached through either node."""
        given = {"node": f"127.0.0.1:{self._ports[1]}", **parameters}
        query = "&".join(f"{key}={value}" for key, value in given.items())
        return f"opensearch://127.0.0.1:{self._ports[0]}/{name}?{query}"

    def start(self, node: int) -> None:
        """Start a node that does not run; ``settle`` waits for it."""
        transport = [f"127.0.0.1:{port}" for port in self._ports[_NODES:]]
        settings = {
            "path.home": str(self._folder / f"node-{node}"),
            "cluster.name": f"facing-pages-{os.getpid()}",
            "node.name": f"node-{node}",
            "network.host": "127.0.0.1",
            "http.port": str(self._ports[node]),
            "transport.port": str(self._ports[_NODES + node]),
            "discovery.seed_hosts": ",".join(transport),
            "cluster.initial_cluster_manager_nodes": "node-0,node-1",
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            "transport.type": "netty4",
            "http.type": "netty4",
        }
        with (self._folder / f"node-{node}.log").open("ab") as log:
            self._processes[node] = subprocess.Popen(
                ["java", *_JAVA, "-cp", self._classes, "OneNode", *map("=".join, settings.items())],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )

    def kill(self, node: int) -> None:
        """End a node as a power cut does."""
        with self._processes.pop(node) as process:
            process.kill()

    def settle(self) -> None:
        """Wait until both nodes are in the cluster and every copy of every shard is there."""
        wanted = f"wait_for_nodes={_NODES}&wait_for_status=green&timeout=1s"
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
        address = f"http://127.0.0.1:{self._ports[0]}/_cluster/health?{wanted}"
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
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
        ["javac", "-nowarn", "-cp", jars.read_text(), "-d", classes, HERE / "OneNode.java"],
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
