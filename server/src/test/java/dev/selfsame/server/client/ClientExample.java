package dev.selfsame.server.client;

import dev.selfsame.client.AgeEstimate;
import dev.selfsame.client.AgeRequest;
import dev.selfsame.client.BiometricServices;
import dev.selfsame.client.Biometrics;
import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.FacePicture;
import dev.selfsame.client.Match;
import dev.selfsame.client.Multibiometrics;
import dev.selfsame.client.Picture;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.SelfsameException;
import dev.selfsame.client.SessionRequest;
import dev.selfsame.client.Signed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Is the person on the selfie the one on the document, how old, and known already? */
final class ClientExample {

    private ClientExample() {}

    public static void main(String... arguments) {
        ClientOptions options = ClientOptions.of(URI.create(arguments[0]), arguments[1]);
        Path document = Path.of(arguments[2]);
        Path selfie = Path.of(arguments[3]);
        try (SelfsameClient client = SelfsameClient.open(options)) {
            System.out.println("same person: " + isSamePerson(client, document, selfie));
            System.out.println("age: " + age(client, selfie));
            System.out.println("verified: " + isVerified(client, "1234", document, selfie));
        }
    }

    static boolean isSamePerson(SelfsameClient client, Path document, Path selfie) {
        BiometricServices services = client.biometricServices();
        UUID session =
                services.openSession(SessionRequest.PLAIN.withTimeToLive(Duration.ofMinutes(2)));
        try {
            UUID reference = services.addFace(session, FacePicture.document(document));
            services.addFace(session, FacePicture.selfie(selfie));
            Signed<Match> best = services.matches(session, reference).getFirst();
            return client.signatures().verified(best).score() >= 3500;
        } finally {
            services.deleteSession(session);
        }
    }

    static String age(SelfsameClient client, Path selfie) {
        AgeRequest request = AgeRequest.atLeast(18);
        return switch (client.biometricServices().age(Picture.of(selfie), request).value()) {
            case AgeEstimate.Estimated it -> it.aboveThreshold() ? "18 or more" : "below 18";
            case AgeEstimate.Unusable _ -> "not to be seen, send another picture";
        };
    }

    static boolean isVerified(SelfsameClient client, String name, Path document, Path selfie) {
        Multibiometrics people = client.multibiometrics();
        try {
            people.enroll(name, Biometrics.face(Picture.of(document)));
        } catch (SelfsameException e) {
            if (!"CustomID already exists".equals(e.detail())) {
                throw e;
            }
        }
        return people.verify(name, Biometrics.face(Picture.of(selfie))).match();
    }
}
