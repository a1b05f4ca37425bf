package fr.juliu.web;

import fr.juliu.NpmPeers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** The accessibility checks of axe-core, which others wrote, on the page that a browser shows. */
public final class Axe {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { iframes: false }).then(
              found => done(found.violations.map(rule => rule.id + ': '
                + rule.nodes.map(node => node.html.slice(0, 120) + ' ' + node.any.map(check => check.message).join(' '))
                  .join(' | '))),
              trouble => done(['axe: ' + trouble]));
            """;

    private Axe() {
    }

    /** What is wrong with the page, a line a rule; none is good. */
    public static List<String> violations(WebDriver driver) {
        var scripts = (JavascriptExecutor) driver;
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        scripts.executeScript(source());
        return scripts.executeAsyncScript(RUN) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("axe said nothing");
    }

    private static String source() {
        try {
            return Files.readString(NpmPeers.installed().resolve("node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
