"""A published site: its files, and which file an address means."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Published:
    def __init__(self, root):
        self.root = Path(root)
        paths = (path for path in self.root.rglob("*") if path.is_file())
        self.files = sorted(path.relative_to(self.root).as_posix() for path in paths)
        self._known = set(self.files)
        manifest = self.root / "manifest.json"
        self.base = json.loads(manifest.read_bytes())["base_url"] if manifest.is_file() else None

    def bytes(self, file):
        return (self.root / file).read_bytes()

    def text(self, file):
        return self.bytes(file).decode("utf-8")

    def named(self, name):
        """Files of that name, wherever they are."""
        return [file for file in self.files if file.rsplit("/", 1)[-1] == name]

    def ending(self, suffix):
        return [file for file in self.files if file.endswith(suffix)]

    def file_at(self, url):
        """The file that an absolute address within the site means; `None` for any other address."""
        if self.base is None or not url.startswith(self.base):
            return None
        path = unquote(urlsplit(url[len(self.base):]).path)
        file = f"{path}index.html" if path == "" or path.endswith("/") else path
        return file if file in self._known else None

    def is_own(self, url):
        return self.base is not None and url.startswith(self.base)
