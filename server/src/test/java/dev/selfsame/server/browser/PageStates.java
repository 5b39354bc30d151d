package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages in all their states, each looked at on a desk by day and on a phone by night: axe-core
 * finds nothing grave, nothing sticks out to the side, every control can be reached, and no script
 * ran that the page did not bring along. With {@code DRAW_SCREENS=yes} each is drawn into {@code
 * target/screens} as well.
 */
final class PageStates {

    private static final int DESK = 1280;
    private static final int PHONE = 360;

    /** What axe-core calls so keeps people out. */
    private static final List<String> GRAVE = List.of("serious", "critical");

    private static final Path SCREENS = Path.of("target/screens");

    /** Controls that are not wholly inside the window, or that something else lies upon. */
    private static final String MEASURE =
            """
            (() => {
              const root = document.querySelector('dialog[open], .modal-ux') ?? document.body;
              const lost = [];
              const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
              for (const it of root.querySelectorAll(controls)) {
                if (!it.checkVisibility({ visibilityProperty: true }) || it.disabled
                    || it.matches('.skip')) {
                  continue;
                }
                it.scrollIntoView({ block: 'center', inline: 'nearest' });
                const box = it.getBoundingClientRect();
                // why: what has no size is shown when it has the focus
                if (box.width === 0) {
                  continue;
                }
                // why the first line: between two lines of a link there is nothing
                const line = it.getClientRects()[0];
                const at = document.elementFromPoint(
                    line.left + line.width / 2, line.top + line.height / 2);
                const label = at?.closest('label');
                const isReached = it.contains(at) || label?.contains(it) || label?.control === it
                    || it.matches('[tabindex="0"]');
                if (box.left < -0.5 || box.right > innerWidth + 0.5 || !isReached) {
                  lost.push(`${it.outerHTML.slice(0, 120)} at ${Math.round(box.left)}..`
                      + `${Math.round(box.right)}${isReached ? '' : ' covered'}`);
                }
              }
              scrollTo(0, 0);
              return { state: 'NAME', width: document.documentElement.scrollWidth, lost,
                traces: TRACES };
            })()
            """;

    private final boolean drawn = "yes".equals(System.getenv("DRAW_SCREENS"));

    PageStates() {
        try {
            Files.createDirectories(SCREENS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the page as it stands. */
    BrowserTask look(BrowserTask task, String name) {
        BrowserTask byDay = task.seenBy(DESK, 800, false).judge();
        BrowserTask byNight = shot(byDay, name).seenBy(PHONE, 740, true).judge();
        return shot(byNight, name + "-phone")
                .evaluate(MEASURE.replace("NAME", name).replace("TRACES", HostileTexts.TRACES));
    }

    private BrowserTask shot(BrowserTask task, String name) {
        return drawn ? task.shoot(SCREENS.resolve("state-" + name + ".png")) : task;
    }

    /** Fails unless all that was looked at is as it should be; the names of the states. */
    static List<String> check(BrowserReport report) {
        List<String> names = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<JsonNode> findings = new ArrayList<>();
        for (JsonNode value : report.values()) {
            if (value.isArray()) {
                findings.addAll(BrowserReport.elements(value));
            } else if (value.has("state")) {
                String name = value.get("state").asString();
                names.add(name);
                faults(value, findings).forEach(fault -> faults.add(name + ": " + fault));
                HostileTexts.assertNoneRan(name, value.get("traces"));
                findings.clear();
            }
        }
        assertThat(faults).isEmpty();
        HostileTexts.assertNothingWasRefused(report);
        return names;
    }

    private static List<String> faults(JsonNode measured, List<JsonNode> findings) {
        List<String> faults = new ArrayList<>();
        findings.stream()
                .filter(it -> GRAVE.contains(it.path("impact").asString()))
                .forEach(it -> faults.add(it.toString()));
        int width = measured.get("width").asInt();
        if (width != PHONE) {
            faults.add(width + " pixels wide");
        }
        BrowserReport.elements(measured.get("lost")).forEach(it -> faults.add(it.asString()));
        return faults;
    }
}
