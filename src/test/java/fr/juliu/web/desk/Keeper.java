package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.web.Axe;
import fr.juliu.web.Browser;
import java.util.Locale;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A keeper at the desk's editing pages, in a browser, with a watch. */
final class Keeper {

    private final Browser browser;
    private long step = System.nanoTime();

    Keeper(Browser browser) {
        this.browser = browser;
    }

    /** Sets the watch. */
    void begins() {
        step = System.nanoTime();
    }

    /** Waits until the script has asked what stands in the form now. */
    void answered() {
        browser.wait("the answers", () -> browser.one("#doing").getText().equals("照写的答：")
                && !String.valueOf(browser.one("#edit").getAttribute("data-asked")).isEmpty()
                && !"null".equals(String.valueOf(browser.one("#edit").getAttribute("data-asked"))));
    }

    String preview() {
        return String.valueOf(
                browser.driver().executeScript("return document.getElementById('preview').shadowRoot.innerHTML"));
    }

    /** Writes into a field as a keeper pastes into it. */
    void write(String field, String text) {
        WebElement box = browser.one(field);
        browser.driver().executeScript("arguments[0].value = arguments[1]", box, text.substring(0, text.length() - 1));
        box.sendKeys(Keys.chord(Keys.CONTROL, Keys.END) + text.substring(text.length() - 1).replace("\n", ""));
        browser.driver().executeScript("arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", box);
    }

    void took(String what) {
        long now = System.nanoTime();
        System.out.printf(Locale.ROOT, "the keeper's hour: %5.1f s  %s%n", (now - step) / 1e9, what);
        step = now;
    }

    /** Keeps the page as a phone and a screen show it, light and dark, and holds each against axe; takes no step's time. */
    void keep(String name) {
        long begun = System.nanoTime();
        for (boolean dark : new boolean[]{false, true}) {
            browser.dark(dark);
            for (int width : new int[]{390, 1280}) {
                browser.width(width, width < 600 ? 844 : 900);
                assertThat(browser.fits()).as(name + " at " + width).isTrue();
                browser.keepScreenshot(name + "-" + width + (dark ? "-dark" : ""));
                assertThat(browser.consoleErrors()).as(name + " at " + width).isEmpty();
                assertThat(Axe.violations(browser.driver())).as(name + " at " + width).isEmpty();
                // axe itself tries to write styles into the shadow of a preview, which the policy forbids
                browser.consoleErrors();
            }
        }
        browser.dark(false);
        step += System.nanoTime() - begun;
    }
}
