"""Somebody who has no mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

#: What has the keyboard, and whether that is to be seen inside the window.
PLACE = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const ringed = [element, element.closest(".select2-selection")].some((part) => part
    && getComputedStyle(part).outlineStyle !== "none" && parseFloat(getComputedStyle(part).outlineWidth) >= 2);
  return {
    id: element.id, tag: element.tagName, classes: element.className,
    words: (element.value || element.textContent).trim().replace(/\\s+/g, " ").toLowerCase(),
    label: document.getElementById(element.getAttribute("aria-labelledby"))?.htmlFor || "",
    // A date's own parts share the box of the date: the browser rings the part.
    seen: (ringed || element.type === "date") && box.bottom > 0 && box.top < innerHeight,
  };
}"""

#: Whether an element has the keyboard, or the box that an autocomplete shows in its place.
STANDS_AT = """(id) => {
  const element = document.activeElement;
  const label = document.getElementById(element.getAttribute("aria-labelledby"));
  return [element.id, label?.htmlFor].includes(id);
}"""

#: Whether each autocomplete has its name, which a page gives it after its box.
NAMED = """() => [...document.querySelectorAll("select.admin-autocomplete")].every((select) =>
  select.name.includes("__prefix__") || !select.labels.length
    || select.parentElement.querySelector("[aria-labelledby], .select2-search__field[aria-label]"))"""


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def place(self) -> dict[str, Any]:
        place: dict[str, Any] = self.page.evaluate(PLACE)
        return place

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def reach(self, wanted: Callable[[dict[str, Any]], bool]) -> None:
        """Tab until there; every place on the way can be seen, and nothing holds the keyboard."""
        for _ in range(120):
            self.press("Tab")
            place = self.place()
            assert place["seen"] or place["tag"] == "BODY", place
            if wanted(place):
                return
        raise AssertionError("never reached")

    def to(self, element_id: str) -> None:
        self.page.wait_for_function(NAMED)
        self.reach(lambda place: element_id in (place["id"], place["label"]))

    def to_words(self, words: str) -> None:
        self.reach(lambda place: place["words"] == words.lower())

    def stands_at(self, element_id: str) -> None:
        """The keyboard is there, or comes there by itself: pages move it when they have drawn."""
        self.page.wait_for_function(STANDS_AT, arg=element_id)

    def write(self, element_id: str, words: str) -> None:
        self.to(element_id)
        self.page.keyboard.insert_text(words)

    def choose(self, element_id: str, words: str) -> None:
        """Find an entry by typing, and take the first."""
        self.to(element_id)
        self.press("Enter")
        expect(self.page.locator(".select2-search--dropdown input")).to_be_focused()
        self.page.keyboard.type(words)
        expect(self.page.locator(".select2-results__option--highlighted")).to_contain_text(words)
        self.press("Enter")
        chosen = self.page.locator(f"#{element_id} option:checked")
        expect(chosen).to_contain_text(words)
        self.stands_at(element_id)

    def go(self, key: str = "Enter") -> None:
        with self.page.expect_navigation():
            self.press(key)
