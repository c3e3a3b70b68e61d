"""What a reader of a web page sees of its own content: the site's furniture and hidden text taken out."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Comment, Tag

_NEVER = re.findall(
    r"\w+",
    "script style template noscript svg math iframe object embed canvas video audio map button input select "
    "textarea option datalist dialog link meta head title del img",
)
_FURNITURE = ("nav", "aside", "menu", "search")
_FURNITURE_ROLES = re.findall(
    r"\w+",
    "navigation search contentinfo complementary dialog alertdialog menu menubar banner tooltip",
)
_FURNITURE_NAMES = re.compile(
    r"^(?:.*-)?(?:cookies?|consent|gdpr|breadcrumbs?|crumbs|nav|navbar|navigation|menu|sidebar|share|sharing|"
    r"social|skip|skip-?link|skip-?to-?content|sr-only|screen-reader-text|visually-?hidden|hidden|d-none|newsletter|subscribe|"
    r"related|pagination|pager|back-to-top|print-?only|site-?(?:header|footer)|page-?footer|footer|"
    r"comments?|advert(?:isement)?|popup|modal|toolbar)(?:-(?:links?|banner|bar|box|block|list|nav|menu|"
    r"notice|popup|overlay|wrapper|container|section|posts?|items?|content|buttons?|trail))*$"
)
_HIDDEN_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\.0+)?(?:;|$)|font-size:(?:0|[01](?:\.\d+)?px)"
    r"|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|$)|text-indent:-\d{3,}|(?:^|;)(?:left|top|right):-\d{3,}"
    r"|clip:rect\(0|clip-path:inset\((?:50|100)%|color:transparent",
)
_WHITE = r"(?:white|#fff|#ffffff|#fefefe|rgba?\(255,255,255(?:,[\d.]+)?\))"
_WHITE_TEXT = re.compile(rf"(?:^|;)color:{_WHITE}(?:!important)?(?:;|$)")
_DARK_GROUND = re.compile(r"(?:^|;)background(?:-color|-image)?:(?!" + _WHITE + r"|none|transparent)")
_DEEPEST = 300  # levels of elements
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[\w-]*([.#][\w-]+)")


def main_content(soup: BeautifulSoup) -> Tag | None:
    """Return the element that holds the page's own content, pruned; None for a page without a body.

    Out go scripts, forms, navigation, breadcrumbs, asides, cookie notices, the site's header and footer, and
    all that is hidden by attribute, inline style, a class that a style sheet hides, or white print on
    white ground.
    """
    _check_depth(soup)
    hidden = _hidden_by_sheet(soup)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(_NEVER):
        tag.decompose()
    body = soup.body or soup
    for tag in body.find_all(True):
        if not tag.decomposed and _is_hidden(tag, hidden):
            tag.decompose()
    root = _root(body)
    total = _length(root)
    for tag in root.find_all(True):
        if not tag.decomposed and _is_furniture(tag, root, total):
            tag.decompose()
    return root if _length(root) else None


def _check_depth(soup: BeautifulSoup) -> None:
    """Raise RecursionError where elements are nested so deeply that no person wrote the page."""
    level: list[Tag] = [soup]
    for _ in range(_DEEPEST):
        level = [child for tag in level for child in tag.children if isinstance(child, Tag)]
        if not level:
            return
    raise RecursionError("elements nested too deeply")


def _length(tag: Tag) -> int:
    return len(" ".join(tag.get_text(" ").split()))


def _root(body: Tag) -> Tag:
    whole = _length(body)
    mains = body.find_all(lambda tag: tag.name == "main" or tag.get("role") == "main")
    for candidates in (mains, body.find_all("article")):
        if len(candidates) == 1 and _length(candidates[0]) > 0.15 * whole:
            return candidates[0]
    return body


def _is_hidden(tag: Tag, hidden: frozenset[str]) -> bool:
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if hidden and any(mark in hidden for mark in _marks(tag)):
        return True
    style = _style(tag)
    if style and _HIDDEN_STYLE.search(style):
        return True
    return _is_white(tag, style)


def _is_white(tag: Tag, style: str) -> bool:
    """White print on no ground of another colour. Heads and links are spared: sheets give them a ground."""
    font = tag.name == "font" and re.fullmatch(_WHITE, str(tag.get("color", "")).lower().strip())
    if not font and not _WHITE_TEXT.search(style):
        return False
    if tag.name in ("th", "thead", "a", "h1", "h2", "h3", "header"):
        return False
    return not any(
        each.has_attr("bgcolor") or each.has_attr("background") or _DARK_GROUND.search(_style(each))
        for each in (tag, *tag.parents)
        if isinstance(each, Tag) and each.name != "[document]"
    )


def _style(tag: Tag) -> str:
    return re.sub(r"\s+", "", str(tag.get("style", "")).lower())


def _marks(tag: Tag) -> list[str]:
    classes = tag.get("class")
    names: list[str] = classes.split() if isinstance(classes, str) else list(classes or ())
    marks = [f".{name}" for name in names]
    return [*marks, f"#{tag['id']}"] if tag.get("id") else marks


def _hidden_by_sheet(soup: BeautifulSoup) -> frozenset[str]:
    """Return the classes and ids ('.note', '#x') that the page's own style sheets hide everywhere."""
    found: set[str] = set()
    for sheet in soup.find_all("style"):
        css = re.sub(r"/\*.*?\*/", "", sheet.get_text(), flags=re.S)
        css = re.sub(r"@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)  # @media: other devices
        for selectors, declarations in _RULE.findall(css):
            rules = re.sub(r"\s+", "", declarations.lower())
            if _HIDDEN_STYLE.search(rules) or (_WHITE_TEXT.search(rules) and not _DARK_GROUND.search(rules)):
                if _WHITE_TEXT.search(rules) and not _HIDDEN_STYLE.search(rules) and "background" in css:
                    continue  # white on a ground that another rule may give
                found |= {m[1] for s in selectors.split(",") if (m := _SIMPLE.fullmatch(s.strip()))}
    return frozenset(found)


def _is_furniture(tag: Tag, root: Tag, total: int) -> bool:
    if tag.name in _FURNITURE:
        return True
    if tag.name in ("header", "footer"):
        inside = tag.find_parent(["article", "main"]) is not None or root.name in ("article", "main")
    if tag.name == "header":
        return not inside and not (tag.find("h1") and len(root.find_all("h1")) == len(tag.find_all("h1")))
    if tag.name == "footer":
        return not inside or _mostly_links(tag)
    if tag.name == "form":  # some systems wrap the whole page in one
        return not tag.find(["h1", "h2"]) and _length(tag) < 0.5 * total
    named = str(tag.get("role", "")).lower() in _FURNITURE_ROLES or any(
        _FURNITURE_NAMES.match(mark[1:].lower().replace("_", "-")) for mark in _marks(tag)
    )
    return named and not tag.find("h1") and _length(tag) < 0.4 * total


def _mostly_links(tag: Tag) -> bool:
    return sum(_length(a) for a in tag.find_all("a")) > 0.4 * _length(tag)
