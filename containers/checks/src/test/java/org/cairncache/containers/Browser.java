package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A Chromium of this machine without a window, and what a person sees and does in it. Elements are
 * named by selectors of CSS; every wait has an end. Not thread-safe.
 */
final class Browser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int WIDTH = 1200;
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium"); // held strongly

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens one; empty if Chromium or its driver is not on the path of this machine. */
  static Optional<Browser> open() {
    Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<File> driver = onPath("chromedriver");
    return chromium.isPresent() && driver.isPresent()
        ? Optional.of(new Browser(start(chromium.get(), driver.get())))
        : Optional.empty();
  }

  private static ChromeDriver start(File chromium, File driver) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--no-proxy-server",
        "--lang=en");
    if ("root".equals(System.getProperty("user.name"))) {
      options.addArguments("--no-sandbox"); // it refuses to run as root with one
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver)
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new ChromeDriver(service, options);
  }

  private static Optional<File> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(directory -> new File(directory, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /** Opens a page in a window of its own width, however high the page is. */
  void visit(URI address, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", WIDTH, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.get("about:blank"); // or a page that differs in its fragment alone is not loaded anew
    driver.get(address.toString());
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  void press(String selector, CharSequence... keys) {
    driver.findElement(By.cssSelector(selector)).sendKeys(keys);
  }

  /** What a person reads there. */
  String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  /** The number that a person reads there. */
  int number(String selector) {
    return Integer.parseInt(text(selector));
  }

  /** An attribute, or a property such as the value of a field. */
  String attribute(String selector, String name) {
    return String.valueOf(driver.findElement(By.cssSelector(selector)).getAttribute(name));
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  /** Waits until a person reads there what is expected. */
  void awaitText(String selector, Predicate<String> expected) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(text(selector)).as(selector).matches(expected));
  }

  void awaitText(String selector, String expected) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(text(selector)).as(selector).isEqualTo(expected));
  }

  /** What the page complained of in its console, requests that failed aside. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(Object::toString)
        .filter(line -> !line.contains("Failed to load resource"))
        .toList();
  }

  /** Writes what is to be seen as a PNG. */
  void picture(Path file) {
    try {
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
