"""A server that gives the answers it is told to."""

import http.server
import threading


class Answering:
    """Listens on a free port until it is closed; every request is answered with the body that was set last, unless a subclass knows better."""

    def __init__(self):
        answering = self
        self.body = b"{}"

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = answering.answer(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "application/x-amz-json-1.1")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, request):
        """The answer to the body of a request."""
        return self.body

    def close(self):
        self._server.shutdown()
        self._server.server_close()
