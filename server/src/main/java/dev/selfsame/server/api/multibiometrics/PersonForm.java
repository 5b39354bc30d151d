package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.json.JsonValue;
import dev.selfsame.server.json.JsonValue.Elements;
import dev.selfsame.server.json.JsonValue.Flag;
import dev.selfsame.server.json.JsonValue.LongText;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.json.JsonValue.Nothing;
import dev.selfsame.server.json.JsonValue.Numeral;
import dev.selfsame.server.json.JsonValue.Text;
import dev.selfsame.server.person.Capture;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.Slot;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The object {@code Person} of a request, checked in the order in which faults are reported. */
record PersonForm(CustomId id, Capture capture) {

    static final String KEY = "Person";

    private static final String FINGER = "Finger-";
    private static final String FACE = "Face-1";
    // why: names that clients of other services send; their pictures would be overlooked silently
    private static final Set<String> MISTAKEN =
            Set.of("Fingerprints", "Fingerprint", "Finger", "Faces");

    /** A person with at least one picture. */
    static PersonForm of(Envelope person) {
        CustomId id = customId(person);
        return new PersonForm(id, capture(person));
    }

    /** The pictures of an object that names them as {@code Person} does; at least one. */
    static Capture capture(Envelope person) {
        person.members().byName().keySet().stream()
                .filter(MISTAKEN::contains)
                .findFirst()
                .ifPresent(
                        name -> {
                            throw Envelope.invalid("there is a member " + name);
                        });
        JsonValue face = face(person.get("Face"));
        Map<Integer, JsonValue> fingers = fingers(person.get("Fingers"));
        if (face == null && fingers.isEmpty()) {
            throw Envelope.invalid("neither a face nor a finger");
        }
        Map<Integer, byte[]> pictures = new TreeMap<>();
        byte[] facePicture = face == null ? null : Envelope.bytes(FACE, face);
        fingers.forEach((slot, value) -> pictures.put(slot, Envelope.bytes(FINGER + slot, value)));
        return new Capture(facePicture, pictures);
    }

    /** Who it is about. */
    static CustomId customId(Envelope person) {
        return person.word("CustomID")
                .map(CustomId::new)
                .orElseThrow(
                        () -> new Refusal(ErrorText.CUSTOM_ID_MANDATORY, "CustomID is missing"));
    }

    private static @Nullable JsonValue face(JsonValue sent) {
        JsonValue first = null;
        for (JsonValue element : elements("Face", sent)) {
            Map<String, JsonValue> named =
                    element instanceof Members(var members) ? members : Map.of(FACE, element);
            JsonValue usual = named.getOrDefault(FACE, new Nothing());
            if (!usual.isEmpty()) {
                return usual;
            }
            for (JsonValue value : named.values()) {
                first = first == null && !value.isEmpty() ? value : first;
            }
        }
        return first;
    }

    private static Map<Integer, JsonValue> fingers(JsonValue sent) {
        Map<Integer, JsonValue> bySlot = new LinkedHashMap<>();
        for (JsonValue element : elements("Fingers", sent)) {
            if (!(element instanceof Members(var members))) {
                throw Envelope.invalid("Fingers holds something without a name");
            }
            members.forEach(
                    (name, value) -> {
                        int slot = slot(name);
                        if (!value.isEmpty() && bySlot.put(slot, value) != null) {
                            throw Envelope.invalid(FINGER + slot + " was sent twice");
                        }
                    });
        }
        return bySlot;
    }

    private static int slot(String name) {
        for (int slot = 1; slot <= Slot.FINGERS; slot++) {
            if (name.equals(fingerName(slot))) {
                return slot;
            }
        }
        throw Envelope.invalid("a finger of unknown name");
    }

    /** What the contract calls a finger. */
    static String fingerName(int slot) {
        return FINGER + slot;
    }

    private static List<JsonValue> elements(String name, JsonValue sent) {
        return switch (sent) {
            case JsonValue it when it.isEmpty() -> List.of();
            case Elements(var all) -> all.stream().filter(it -> !it.isEmpty()).toList();
            case Members _ -> List.of(sent);
            case Text _, LongText _, Numeral _, Flag _, Nothing _ ->
                    throw Envelope.invalid(name + " is neither an array nor an object");
        };
    }
}
