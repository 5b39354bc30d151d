package dev.selfsame.server.browser;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a browser is to do, step by step.
 *
 * @param url of the page
 * @param webcam an MJPEG file that plays again and again; null for the browser's own test picture
 * @param width of the window in pixels
 * @param dark whether the user prefers dark pages
 * @param steps as {@code web/tools/browse.mjs} reads them
 */
record BrowserTask(
        String url,
        @Nullable Path webcam,
        int width,
        int height,
        boolean dark,
        List<Map<String, Object>> steps) {

    BrowserTask {
        steps = List.copyOf(steps);
    }

    /** A page on a desk. */
    static BrowserTask open(String url) {
        return new BrowserTask(url, null, 1280, 800, false, List.of());
    }

    BrowserTask withWebcam(Path file) {
        return new BrowserTask(url, file, width, height, dark, steps);
    }

    /** The same on a phone, in the dark. */
    BrowserTask onPhone() {
        return new BrowserTask(url, webcam, 360, 740, true, steps);
    }

    /** Goes to another page. */
    BrowserTask visit(String address) {
        return and("visit", address);
    }

    /** Waits until an expression of JavaScript is true. */
    BrowserTask await(String expression) {
        return and("wait", expression);
    }

    BrowserTask click(String selector) {
        return and("click", selector);
    }

    /** Picks a radio button. */
    BrowserTask pick(String value) {
        return and("check", "[value=" + value + "]");
    }

    BrowserTask fill(String selector, String text) {
        return and("fill", List.of(selector, text));
    }

    /** Chooses a file for an input. */
    BrowserTask attach(String selector, Path file) {
        return and("attach", List.of(selector, file.toString()));
    }

    /** Keeps the value of an expression for the report. */
    BrowserTask evaluate(String expression) {
        return and("evaluate", expression);
    }

    /** Keeps what axe-core finds on the page for the report. */
    BrowserTask judge() {
        return and("axe", true);
    }

    /** Presses a key, such as Escape. */
    BrowserTask press(String key) {
        return and("press", key);
    }

    /** Goes to another place of the page, and on when the page has heard of it. */
    BrowserTask follow(String hash) {
        return and("follow", hash);
    }

    /** Looks through another window from now on. */
    BrowserTask seenBy(int wide, int high, boolean atNight) {
        return and("view", List.of(wide, high, atNight ? "dark" : "light"));
    }

    /** Takes a picture of the page. */
    BrowserTask shoot(Path file) {
        return and("screenshot", file.toString());
    }

    /** As the program reads it. */
    Map<String, Object> toJson(String executable) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("executable", executable);
        json.put("url", url);
        if (webcam != null) {
            json.put("webcam", webcam.toAbsolutePath().toString());
        }
        json.put("width", width);
        json.put("height", height);
        json.put("colorScheme", dark ? "dark" : "light");
        json.put("isMobile", width < 600);
        json.put("steps", steps);
        return json;
    }

    private BrowserTask and(String name, Object value) {
        List<Map<String, Object>> more = new ArrayList<>(steps);
        more.add(Map.of(name, value));
        return new BrowserTask(url, webcam, width, height, dark, more);
    }
}
