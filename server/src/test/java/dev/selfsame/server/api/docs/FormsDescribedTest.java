package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.multipart.PartNames;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schemas of requests have the members that the server reads. Requests have no records, so the
 * names are taken from where they are asked for: in the compiled classes.
 */
final class FormsDescribedTest {

    private static final String API = "dev/selfsame/server/api/";
    private static final Set<String> READERS =
            Set.of("dev/selfsame/server/json/JsonForm", API + "multibiometrics/Envelope");
    private static final String NOT_LOOKED_AT = "Not looked at.";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "bioservices, SessionForm, bioservices/SessionForm, ''",
        "bioservices, FaceForm, bioservices/FaceBodies, ''",
        "bioservices, FaceJson, bioservices/FaceJson bioservices/FaceSignatures, eyes box",
        "bioservices, AgeForm, bioservices/AgeForm, ''",
        "bioservices, LivenessForm, bioservices/LivenessForm, ''",
        "video-server, InitForm, videoserver/InitForm, ''",
        "multibiometrics, PersonForm, multibiometrics/PersonForm, ''",
        "multibiometrics, EnrolForm, multibiometrics/EnrolForm multibiometrics/PersonForm, ''",
        "multibiometrics, ConsentForm, multibiometrics/ConsentForm, ''",
        "multibiometrics, ConsentUpdateForm, multibiometrics/ConsentUpdateForm"
                + " multibiometrics/PersonForm, Face Fingers",
        "multibiometrics, IdentifyForm, multibiometrics/IdentifyForm multibiometrics/PersonForm,"
                + " CustomID",
        "multibiometrics, ExtractForm, multibiometrics/ExtractForm multibiometrics/Modality"
                + " multibiometrics/TemplateFormat, ''",
        "multibiometrics, MatchForm, multibiometrics/MatchForm multibiometrics/Modality"
                + " multibiometrics/TemplateFormat, ''",
        "multibiometrics, EncodeForm, multibiometrics/EncodeForm, ''",
        "multibiometrics, DecodeForm, multibiometrics/WsqRoutes, ''",
        "multibiometrics, PictureForm, multibiometrics/FaceRoutes multibiometrics/QualityRoutes"
                + " multibiometrics/LivenessRoute, ''"
    })
    void membersAreThoseThatAreRead(String name, String schema, String classes, String elsewhere)
            throws IOException {
        Set<String> read = new TreeSet<>();
        for (String type : classes.split(" ", -1)) {
            read.addAll(namesReadBy(type));
        }
        read.removeAll(Set.of(elsewhere.split(" ", -1)));

        Set<String> described = new TreeSet<>();
        ApiDocument.of(name)
                .schemas()
                .get(schema)
                .get("properties")
                .forEachEntry(
                        (member, property) -> {
                            if (!property.path("description").asString("").equals(NOT_LOOKED_AT)) {
                                described.add(member);
                            }
                        });
        assertThat(read).isNotEmpty().isEqualTo(described);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/bioserver-app/v2/match/images, MatchForm",
        "/bioserver-app/v2/match, MatchFaceForm",
        "/bioserver-app/v2/ages, AgeForm",
        "/bioserver-app/v2/faces, FaceBodies",
        "/bioserver-app/v2/bio-sessions/{sessionId}/faces, FaceBodies"
    })
    void partsAreThoseThatAreRead(String path, String reader) throws ReflectiveOperationException {
        Field field =
                Class.forName(API.replace('/', '.') + "bioservices." + reader)
                        .getDeclaredField("PARTS");
        field.setAccessible(true);
        PartNames parts = (PartNames) field.get(null);
        Set<String> read = new TreeSet<>(parts.files());
        read.addAll(parts.texts());

        for (String type : Set.of("multipart/form-data", "multipart/mixed")) {
            JsonNode properties =
                    ApiDocument.of("bioservices")
                            .root()
                            .get("paths")
                            .get(path)
                            .at("/post/requestBody/content")
                            .get(type)
                            .at("/schema/properties");
            assertThat(new TreeSet<>(properties.propertyNames())).as(type).isEqualTo(read);
            parts.files()
                    .forEach(
                            file ->
                                    assertThat(properties.get(file).has("contentMediaType"))
                                            .as(file)
                                            .isTrue());
        }
    }

    /** Texts with which a class asks for members. */
    private static Set<String> namesReadBy(String type) throws IOException {
        String file = "/" + API + type + ".class";
        try (InputStream in = FormsDescribedTest.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            Set<String> names = new TreeSet<>();
            for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
                method.code().ifPresent(code -> collect(code, names));
            }
            return names;
        }
    }

    private static void collect(CodeModel code, Set<String> names) {
        String lastText = "";
        for (CodeElement element : code) {
            if (element instanceof ConstantInstruction constant
                    && constant.constantValue() instanceof String text) {
                lastText = text;
            } else if (element instanceof InvokeInstruction call
                    && asksForAMember(call)
                    && !lastText.isEmpty()) {
                names.add(lastText);
            }
        }
    }

    private static boolean asksForAMember(InvokeInstruction call) {
        return call.opcode() == Opcode.INVOKEVIRTUAL
                && READERS.contains(call.owner().asInternalName())
                && call.typeSymbol().parameterCount() > 0
                && call.typeSymbol()
                        .parameterType(0)
                        .descriptorString()
                        .equals("Ljava/lang/String;");
    }
}
