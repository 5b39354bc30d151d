package dev.selfsame.server.cli;

import dev.selfsame.server.signing.AnswerCheck;
import dev.selfsame.server.signing.KeyFile;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.signing.SignedFile;
import dev.selfsame.server.signing.VerifyingKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Checks the signatures of answers that were kept. */
@Command(
        name = "verify-signature",
        description = {
            "Check signed answers of the Biometric Services API: one object, or an array of them.",
            "Exit code 0: all are genuine; 1: at least one is not; 3: a file cannot be used."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame verify-signature answer.json",
            "  selfsame verify-signature answer.json --jwks jwks.json",
            "  curl ... | selfsame verify-signature - --certificate signing.pem"
        })
final class VerifySignatureCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "FILE", description = "Answers as they were received; - for stdin")
    private String file = "";

    @ArgGroup private @Nullable Keys keys;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        List<String> answers =
                usable(file, SignedFile::answers, InputFile.read(file, SignedFile.MOST_BYTES));
        if (keys != null) {
            return new VerifiedAnswers(line, option.json())
                    .print(answers, new AnswerCheck(SignatureCheck.of(keys.read())));
        }
        return option.run(
                line,
                ExitCodes.UNUSABLE,
                store ->
                        new VerifiedAnswers(line, option.json())
                                .print(answers, new AnswerCheck(store.signatureCheck())));
    }

    private static <T> T usable(String name, Function<byte[], T> reader, byte[] bytes) {
        try {
            return reader.apply(bytes);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(name + " cannot be used: " + e.getMessage());
        }
    }

    /** Keys of a file, for whoever has no server's data at hand. */
    static final class Keys {

        @Option(
                names = "--jwks",
                paramLabel = "FILE",
                description = "Keys of a server's /.well-known/jwks.json (default: its database's)")
        private @Nullable String jwks;

        @Option(
                names = "--certificate",
                paramLabel = "FILE",
                description = "Certificates of a server's keys, PEM or DER")
        private @Nullable String certificate;

        List<VerifyingKey> read() {
            String name = jwks == null ? String.valueOf(certificate) : jwks;
            if (name.startsWith("http://") || name.startsWith("https://")) {
                throw new UnusableInputException(
                        name + " is no file; fetch it first, over a way that you trust");
            }
            byte[] bytes = InputFile.read(name, KeyFile.MOST_BYTES);
            return usable(name, jwks == null ? KeyFile::certificates : KeyFile::jwks, bytes);
        }
    }
}
