"""Pages that follow the booth, some of which never read, and the guessing of PINs.

load.py PORT COOKIE prints how far apart a change reaches the pages, ms, and how many of 10,000 guesses
with forged addresses were evaluated.
"""

import http.client
import json
import selectors
import socket
import sys
import time

PAGES, STALLED, SECONDS, GUESSES = 200, 20, 20, 10_000


def follow(port, cookie):
    """Spread of each change over the pages that read, s; how many changes; how many were cut off."""
    selector = selectors.DefaultSelector()
    sockets, arrivals, cut = [], {}, 0
    for i in range(PAGES):
        page = socket.socket()
        if i < STALLED:
            page.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        page.connect(("127.0.0.1", port))
        page.sendall(
            f"GET /api/v1/events HTTP/1.1\r\nHost: localhost:{port}\r\n"
            f"Accept: text/event-stream\r\nCookie: {cookie}\r\n\r\n".encode()
        )
        sockets.append(page)
        if i >= STALLED:
            page.setblocking(False)
            selector.register(page, selectors.EVENT_READ, bytearray())
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for key, _ in selector.select(0.5):
            data = key.fileobj.recv(65536)
            if not data:
                selector.unregister(key.fileobj)
                cut += 1
                continue
            key.data.extend(data)
            now = time.monotonic()
            while b"\n\n" in key.data:
                event, _, rest = bytes(key.data).partition(b"\n\n")
                key.data[:] = rest
                if b"event: delta" in event:
                    number = event.split(b"id: ")[1].split(b"\n")[0]
                    arrivals.setdefault(number, []).append(now)
    for page in sockets:
        page.close()
    spread = sorted(t - min(times) for times in arrivals.values() for t in times)
    return spread, len(arrivals), cut


def guess(port):
    """How many guesses were evaluated, and how long all took, s."""
    began, evaluated = time.monotonic(), 0
    client = http.client.HTTPConnection("localhost", port)
    for i in range(GUESSES):
        client.request(
            "POST",
            "/api/v1/session",
            json.dumps({"pin": str(200_000 + i)}),
            {"Content-Type": "application/json", "X-Forwarded-For": f"203.0.{i // 250}.{i % 250}"},
        )
        answer = client.getresponse()
        answer.read()
        evaluated += answer.status == 401
    return evaluated, time.monotonic() - began


def main():
    port, cookie = int(sys.argv[1]), sys.argv[2]
    spread, changes, cut = follow(port, cookie)
    if not spread:
        sys.exit("no change reached any page")
    print(
        f"{PAGES} pages, {STALLED} never read: {changes} changes, {cut} cut off, apart by"
        f" p50 {1e3 * spread[len(spread) // 2]:.1f} ms,"
        f" p99 {1e3 * spread[int(0.99 * len(spread))]:.1f} ms, most {1e3 * spread[-1]:.1f} ms"
    )
    evaluated, took = guess(port)
    print(f"{GUESSES} guesses with forged addresses in {took:.1f} s: {evaluated} evaluated")


if __name__ == "__main__":
    main()
