"""One article from the web, through trafilatura."""

from __future__ import annotations

import logging
from typing import Any

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._record import document, fault
from claimdiff.read.base import Warn
from claimdiff.read.html import article


def fetched(url: str, local: bool, warn: Warn) -> Document:
    """The article at an address. Raises InputError where it can't be fetched or holds none.

    Addresses inside this machine or its network are refused unless ``local``, also behind a redirection.
    """
    if not url.startswith(("http://", "https://")):
        raise InputError("not a web address", url, "it begins with http:// or https://")
    page = _page(url, local)
    found = article(page.data, url, page.url or url)
    if problem := fault(found["text"], url):
        raise problem
    return document({**found, "id": found["url"]}, url, url, warn)


def _page(url: str, local: bool) -> Any:
    from copy import deepcopy

    from trafilatura import fetch_response
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"].update({"ssrf_protection": "off" if local else "on", "insecure_ssl_fallback": "off"})
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = fetch_response(url, config=config)
    if page is None or not page.data:
        raise InputError("no answer from there", url, "open it in a browser, save the page, and add the file")
    if page.status != 200:
        raise InputError(f"the server answered {page.status}", url, "check the address, or save the page and add it")
    return page
