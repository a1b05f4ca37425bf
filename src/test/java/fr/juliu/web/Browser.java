package fr.juliu.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A phone's browser on the chat page: Debian's Chromium, headless, with a profile of its own. */
public final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; without one installed the test is skipped, and fails where everything must run. */
    public static Browser start() {
        if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
            String install = "no browser: apt-get install chromium chromium-driver fonts-noto-cjk";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(install);
            }
            System.out.println("Skipped, " + install);
            Assumptions.abort(install);
        }
        return new Browser(new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build(), options()));
    }

    private static ChromeOptions options() {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--force-prefers-reduced-motion",
                "--window-size=390,844");
        options.setExperimentalOption("mobileEmulation",
                Map.of("deviceMetrics", Map.of("width", 390, "height", 844, "pixelRatio", 2.0, "touch", true)));
        options.setCapability("goog:loggingPrefs", console);
        return options;
    }

    /** The browser itself, for what has no word here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Shows pages on a screen of another width, in logical pixels. */
    public void width(int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height,
                "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Shows pages in dark or in light colours. */
    public void dark(boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void open(String address) {
        driver.get(address);
        wait("the page is ready", () -> !all(".chip").isEmpty());
    }

    /** Does something that asks, and waits for its answer's bubble. */
    public WebElement answerTo(Runnable asking) {
        int before = all(".answer").size();
        asking.run();
        wait("an answer", () -> all(".answer").size() > before && all(".typing").isEmpty());
        return all(".answer").getLast();
    }

    public void write(String text) {
        one("#question").sendKeys(text);
    }

    public void send() {
        one("#send").click();
    }

    public WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Whether nothing of the page stands out of the screen sideways. */
    public boolean fits() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    /** Whether the page as a whole does not scroll: the conversation does, within it. */
    boolean staysInItsWindow() {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollHeight <= window.innerHeight + 1"));
    }

    public List<LogEntry> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue()).toList();
    }

    public void keepScreenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void wait(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, Duration.ofMinutes(5)).withMessage(what)
                .ignoring(StaleElementReferenceException.class).until(browser -> condition.getAsBoolean());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
