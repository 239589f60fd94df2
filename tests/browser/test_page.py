"""The HTML report in a real browser."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

Pages = dict[str, str]


@pytest.fixture
def page(browser: Chrome, pages: Pages) -> Chrome:
    """The sample's page, freshly opened."""
    browser.get("about:blank")
    browser.get(pages["sample"])
    browser.execute_script("document.documentElement.style.scrollBehavior = 'auto'")
    return browser


def shown(page: Chrome) -> list[Any]:
    return [one for one in page.find_elements(By.CSS_SELECTOR, ".finding") if one.is_displayed()]


def total(page: Chrome) -> int:
    return len(page.find_elements(By.CSS_SELECTOR, ".finding"))


@pytest.mark.parametrize("name", ["sample", "troops", "hostile", "arabic"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_without_a_word_on_the_console(browser: Chrome, pages: Pages, name: str, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    browser.get(pages[name])
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    assert shown(browser)


def test_hostile_text_runs_nothing_and_makes_no_elements(browser: Chrome, pages: Pages) -> None:
    browser.get(pages["hostile"])
    assert browser.execute_script("return window.hit") is None
    assert browser.find_elements(By.CSS_SELECTOR, "img, b, iframe") == []
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 1


def test_no_foreign_script_would_run(browser: Chrome, pages: Pages) -> None:
    browser.get(pages["troops"])
    browser.execute_script(
        "const one = document.createElement('script'); one.textContent = 'window.hit = 1'; document.body.append(one)"
    )
    assert browser.execute_script("return window.hit") is None
    said = browser.get_log("browser")  # type: ignore[no-untyped-call]
    assert any("Content Security Policy" in line["message"] for line in said)


def test_arabic_quotes_run_from_right_to_left(page: Chrome) -> None:
    quotes = page.find_elements(By.CSS_SELECTOR, "blockquote, .text")
    assert len(quotes) > 10
    assert {one.value_of_css_property("direction") for one in quotes} == {"rtl"}


def test_the_filters_work_together(page: Chrome) -> None:
    everything = total(page)
    assert len(shown(page)) == everything
    Select(page.find_element(By.NAME, "topic")).select_by_visible_text("troops")
    assert {one.get_attribute("data-topic") for one in shown(page)} == {"troops"}
    source = page.find_element(By.CSS_SELECTOR, "[name=source] option:nth-of-type(2)").text
    Select(page.find_element(By.NAME, "source")).select_by_visible_text(source)
    assert all(source in one.text for one in shown(page))
    assert page.find_element(By.ID, "count").text == f"{len(shown(page))} of {everything} findings"
    page.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    assert len(shown(page)) == everything


def test_verdict_severity_and_words(page: Chrome) -> None:
    page.find_element(By.CSS_SELECTOR, "[name=verdict][value=agreement]").click()
    assert 0 < len(shown(page)) < total(page)
    assert "agreement" not in {one.get_attribute("data-verdict") for one in shown(page)}
    slider = page.find_element(By.NAME, "severity")
    slider.send_keys(Keys.END)
    assert shown(page) == []
    slider.send_keys(Keys.HOME)
    page.find_element(By.NAME, "words").send_keys("no article says this")
    assert shown(page) == []


def test_a_number_of_the_overview_shows_its_findings(page: Chrome) -> None:
    pick = page.find_element(By.CSS_SELECTOR, ".pick")
    number = int(pick.text)
    pick.click()
    assert len(shown(page)) == number
    assert page.switch_to.active_element.get_attribute("id") == "findings"


def test_a_claims_link_scrolls_to_its_quote(page: Chrome) -> None:
    link = page.find_element(By.CSS_SELECTOR, ".to-quote")
    name = (link.get_attribute("href") or "").rpartition("#")[2]
    link.click()
    quote = page.find_element(By.ID, name)
    assert 0 <= page.execute_script("return arguments[0].getBoundingClientRect().top", quote) < 900
    assert quote.find_elements(By.TAG_NAME, "mark")
    assert page.switch_to.active_element == quote


def test_the_keyboard_reaches_the_findings_and_the_filters(page: Chrome) -> None:
    ActionChains(page).send_keys(Keys.TAB).perform()
    assert page.switch_to.active_element.get_attribute("class") == "skip"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    ActionChains(page).send_keys(Keys.TAB).perform()
    assert page.switch_to.active_element.get_attribute("name") == "topic"


def test_everything_that_can_be_used_has_a_name(page: Chrome) -> None:
    for one in page.find_elements(By.CSS_SELECTOR, "a, button, select, input, meter, svg[role]"):
        if one.is_displayed():
            assert one.accessible_name, one.get_attribute("outerHTML")


@pytest.mark.parametrize("mark", ["header", "nav", "main", "footer", "[role=search]"])
def test_landmarks(page: Chrome, mark: str) -> None:
    assert len(page.find_elements(By.CSS_SELECTOR, f"body > {mark}, main > {mark}")) == 1


def test_headings_skip_no_level(page: Chrome) -> None:
    levels = [int(one.tag_name[1]) for one in page.find_elements(By.CSS_SELECTOR, "h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_in_arabic_runs_from_right_to_left_and_works(browser: Chrome, pages: Pages) -> None:
    browser.get(pages["arabic"])
    browser.execute_script("document.documentElement.style.scrollBehavior = 'auto'")
    root = browser.find_element(By.TAG_NAME, "html")
    assert (root.get_attribute("lang"), root.value_of_css_property("direction")) == ("ar", "rtl")
    everything = total(browser)
    browser.find_element(By.CSS_SELECTOR, "[name=verdict][value=agreement]").click()
    left = len(shown(browser))
    assert 0 < left < everything
    assert (
        browser.find_element(By.ID, "count").text == f"{left} \u0645\u0646 {everything} \u0646\u062a\u064a\u062c\u0629"
    )
    said = browser.execute_script("return document.querySelector('main').innerText")
    ours = [
        one.text for one in browser.find_elements(By.CSS_SELECTOR, "h3[id], .reasons, .badge, label, caption, footer")
    ]
    assert said and not [text for text in ours if re.search(r"[a-z]{3}", text.replace("claimdiff", ""))]


def test_dates_and_ranges_are_not_turned(browser: Chrome, pages: Pages) -> None:
    browser.get(pages["arabic"])
    times = browser.find_elements(By.TAG_NAME, "time")
    assert times and {one.value_of_css_property("direction") for one in times} == {"ltr"}


@pytest.mark.parametrize("name", ["sample", "arabic"])
def test_on_paper_all_is_there_but_what_is_for_the_screen(browser: Chrome, pages: Pages, name: str) -> None:
    browser.get(pages[name])
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not browser.find_element(By.ID, "filters").is_displayed()
        assert not browser.find_element(By.ID, "theme").is_displayed()
        assert len(shown(browser)) == total(browser)
        region = browser.find_element(By.CSS_SELECTOR, ".wide")
        assert browser.execute_script("return arguments[0].scrollHeight <= arguments[0].clientHeight + 1", region)
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_the_most_disputed_topic_stands_first(page: Chrome) -> None:
    rows = page.find_elements(By.CSS_SELECTOR, "tbody tr")
    firsts = [bool(row.find_elements(By.CSS_SELECTOR, "[data-verdict=contradiction]")) for row in rows]
    assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize("name", ["hostile", "arabic"])
@pytest.mark.parametrize("width", [320, 390, 768, 1600])
def test_nothing_is_wider_than_the_window(browser: Chrome, pages: Pages, width: int, name: str) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(pages[name])
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width


def test_the_colours_can_be_chosen(page: Chrome) -> None:
    button = page.find_element(By.ID, "theme")
    grounds = set()
    for _ in range(3):
        button.click()
        grounds.add(page.find_element(By.TAG_NAME, "body").value_of_css_property("background-color"))
    assert len(grounds) == 2
