"""How the application is served, here and in production: `gunicorn app:app`, and `make start` reads this too.

Each open page of a meeting holds a stream for minutes, so a worker must hold hundreds at once: gevent
(docs/besluiten). Its patches come before any other import, or locks made earlier stop a whole worker.
"""

from gevent import monkey

monkey.patch_all()

import os  # noqa: E402

bind = f"{os.environ.get('OVERLEG_ADRES') or '127.0.0.1'}:{os.environ.get('OVERLEG_PORT') or 5000}"
workers = int(os.environ.get("OVERLEG_WORKERS") or 2)
worker_class = "gevent"
worker_connections = 2000
preload_app = True
graceful_timeout = 5
control_socket_disable = True
# Who asks, and whether by https, is told by a proxy only when OVERLEG_PROXIES says that one stands in front;
# gunicorn by itself would believe whoever asks from this machine.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
# The application writes its own line for each request, without addresses (overleg/basis/logregels.py).
accesslog = None
