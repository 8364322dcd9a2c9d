"""A relay that keeps what a client sends, byte by byte, and can send it again."""

import socket
import threading
import urllib.parse


class Relay:
    """Listens on a free port and hands everything on to an endpoint and back."""

    def __init__(self, endpoint_url):
        self._target = (urllib.parse.urlsplit(endpoint_url).hostname, urllib.parse.urlsplit(endpoint_url).port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.sent = b""
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._listener.close()

    def send_again(self, change=lambda request: request):
        """Sends the last request once more, changed, over a connection of its own; gives the whole answer."""
        with socket.create_connection(self._target, timeout=30) as connection:
            connection.sendall(change(self.sent))
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        return answer.decode()

    def _accept(self):
        try:
            while True:
                threading.Thread(target=self._serve, args=(self._listener.accept()[0],), daemon=True).start()
        except OSError:
            pass  # Closed.

    def _serve(self, client):
        with client, socket.create_connection(self._target) as server:
            self.sent = b""
            back = threading.Thread(target=self._pass_on, args=(server, client, lambda _: None), daemon=True)
            back.start()
            self._pass_on(client, server, self._keep)
            back.join(timeout=30)

    def _keep(self, piece):
        self.sent += piece

    @staticmethod
    def _pass_on(source, target, keep):
        try:
            while piece := source.recv(65536):
                keep(piece)
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # One of them is gone, and the other notices.


def flip_in_body(at):
    """A change of one bit of the body: at a part of its length, 0 to 1."""
    def flip(request):
        start = request.index(b"\r\n\r\n") + 4
        place = start + int(at * (len(request) - start - 1))
        return request[:place] + bytes([request[place] ^ 1]) + request[place + 1:]
    return flip
