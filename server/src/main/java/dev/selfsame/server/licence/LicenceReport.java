package dev.selfsame.server.licence;

import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.server.version.Version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the application consists of that others made, and under which licence each may be used.
 *
 * @param ingredients all of it, by kind and name
 */
public record LicenceReport(List<Ingredient> ingredients) {

    private static final String LIBRARIES = "/META-INF/sbom/sbom.json";
    private static final String SCRIPTS = "/web/packages.json";

    public LicenceReport {
        ingredients =
                ingredients.stream()
                        .sorted(
                                Comparator.comparing(Ingredient::kind)
                                        .thenComparing(Ingredient::name))
                        .toList();
    }

    /** Of this program; empty where it was built offline, when nothing lists its libraries. */
    public static Optional<LicenceReport> ofThisProgram() {
        return resource(LIBRARIES).map(LicenceReport::withLibraries);
    }

    private static LicenceReport withLibraries(byte[] bill) {
        List<Ingredient> all = new ArrayList<>(BillOfMaterials.libraries(bill));
        all.addAll(BillOfMaterials.scripts(resource(SCRIPTS).orElseThrow()));
        all.addAll(networks());
        return new LicenceReport(all);
    }

    private static List<Ingredient> networks() {
        ModelPack pack = ModelPack.builtIn();
        return pack.networks().stream()
                .map(
                        network ->
                                new Ingredient(
                                        Ingredient.Kind.NETWORK,
                                        network.name(),
                                        pack.version(),
                                        List.of(network.licence())))
                .toList();
    }

    private static Optional<byte[]> resource(String path) {
        try (InputStream in = LicenceReport.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must not be shipped; empty as long as all is well. */
    public List<Ingredient> forbidden() {
        return ingredients.stream().filter(it -> !LicencePolicy.allows(it)).toList();
    }

    /** For people: a summary, then each thing by kind. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("What Selfsame ")
                .append(Version.current().text())
                .append(" consists of that others made. Selfsame itself: Apache-2.0.\n\n");
        counts().forEach((licence, count) -> text.append("%5d  %s%n".formatted(count, licence)));
        for (Ingredient.Kind kind : Ingredient.Kind.values()) {
            text.append('\n').append(kind.title()).append('\n');
            ingredients.stream()
                    .filter(it -> it.kind() == kind)
                    .forEach(it -> text.append(line(it)));
        }
        return text.toString();
    }

    private static String line(Ingredient it) {
        String others =
                it.licences().size() > 1 ? " (of " + String.join(", ", it.licences()) + ")" : "";
        return "  %s %s  %s%s%n".formatted(it.name(), it.version(), licence(it), others);
    }

    private static String licence(Ingredient it) {
        return LicencePolicy.chosen(it)
                .or(() -> LicencePolicy.exception(it).map(why -> "none: " + why))
                .orElse("NOT ALLOWED: " + String.join(", ", it.licences()));
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        ingredients.forEach(
                it -> counts.merge(LicencePolicy.chosen(it).orElse("none stated"), 1L, Long::sum));
        return counts;
    }

    /** For programs. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", Version.current().text());
        members.put("ingredients", ingredients.stream().map(LicenceReport::members).toList());
        return members;
    }

    private static Map<String, Object> members(Ingredient it) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", it.kind().name().toLowerCase(Locale.ROOT));
        members.put("name", it.name());
        members.put("version", it.version());
        members.put("licences", it.licences());
        LicencePolicy.chosen(it).ifPresent(licence -> members.put("chosen", licence));
        LicencePolicy.exception(it).ifPresent(why -> members.put("exception", why));
        return members;
    }
}
