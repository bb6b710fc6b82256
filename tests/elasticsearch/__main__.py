"""`make elasticsearch`: one node to develop with, until Ctrl-C; what it holds is there again the next time."""

import signal
from pathlib import Path

from tests.elasticsearch.server import VERSION, prepared

PORT = 9200
FOLDER = Path(__file__).resolve().parent.parent.parent / "var" / "elasticsearch"


def main() -> None:
    """Starts it, says how the portal is told of it, and waits."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    cluster = prepared(FOLDER, VERSION, [PORT])
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        cluster.start()
        print(f"Elasticsearch {VERSION}: {cluster.urls[0]} (Ctrl-C: dừng). Trong cửa sổ khác:")
        print(f"PORTAL_ELASTICSEARCH_URL={cluster.urls[0]} .venv/bin/python manage.py rebuild_index", flush=True)
        signal.pause()
    except KeyboardInterrupt:
        print("Đã dừng.")
    finally:
        cluster.stop()


if __name__ == "__main__":
    main()
