package dev.selfsame.engine;

import dev.selfsame.engine.anonymization.Anonymization;
import dev.selfsame.engine.anonymization.Anonymizer;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceLocator;
import dev.selfsame.engine.face.FaceModels;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceReader;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.finger.FingerDetails;
import dev.selfsame.engine.finger.FingerExporter;
import dev.selfsame.engine.finger.FingerGallery;
import dev.selfsame.engine.finger.FingerImport;
import dev.selfsame.engine.finger.FingerImporter;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerQualityOutcome;
import dev.selfsame.engine.finger.FingerReader;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.finger.InterchangeFormat;
import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.JpegFile;
import dev.selfsame.engine.liveness.LivenessCapture;
import dev.selfsame.engine.liveness.LivenessCaptures;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.PassiveLiveness;
import dev.selfsame.engine.liveness.PassiveLivenessCheck;
import dev.selfsame.engine.matching.FaceGallery;
import dev.selfsame.engine.matching.FaceMatcher;
import dev.selfsame.engine.matching.IncomparableTemplatesException;
import dev.selfsame.engine.portrait.PortraitCheck;
import dev.selfsame.engine.portrait.PortraitChecker;
import dev.selfsame.engine.portrait.TokenCrop;
import dev.selfsame.engine.portrait.TokenCropper;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads faces and fingerprints and compares them. Safe for any number of threads; each call works
 * on the caller's thread and costs CPU time, so bound how many run at once.
 */
public final class Engine implements AutoCloseable {

    private final FaceModes modes;
    private final FaceModels models;
    private final ImageDecoder decoder;
    private final FaceReader faces;
    private final TokenCropper cropper;
    private final Anonymizer anonymizer;
    private final PassiveLivenessCheck liveness;
    private final LivenessCaptures captures;
    private final PortraitChecker portraits;
    private final FingerReader fingers;
    private final FingerMatcher fingerMatcher = new FingerMatcher();
    private final Map<String, FaceMatcher> matchers;

    private Engine(EngineConfig config) {
        modes = FaceModes.installed(config.models(), config.mode());
        matchers = modes.matchers();
        // why beside each other: the decoder's library takes a third as long as the models
        CompletableFuture<ImageDecoder> decoding =
                CompletableFuture.supplyAsync(() -> new ImageDecoder(config.limits()));
        models = modes.load(config.threadsPerNetwork());
        decoder = decoding.join();
        faces = new FaceReader(decoder, models);
        FaceLocator locator = new FaceLocator(decoder, models);
        cropper = new TokenCropper(locator);
        anonymizer = new Anonymizer(decoder, locator);
        liveness = new PassiveLivenessCheck(locator, models.pad());
        captures = new LivenessCaptures(models, this::compare);
        portraits = new PortraitChecker(decoder, locator);
        fingers = new FingerReader(config.limits());
    }

    /**
     * Loads and verifies the models.
     *
     * @throws dev.selfsame.engine.inference.InvalidPackException if a pack is broken or the mode is
     *     not installed
     */
    public static Engine open(EngineConfig config) {
        return new Engine(Objects.requireNonNull(config, "config"));
    }

    /** Reads the one face of a picture file into a template. */
    public FaceOutcome readFace(byte[] file, FaceRequest request) {
        return faces.read(
                Objects.requireNonNull(file, "file"), Objects.requireNonNull(request, "request"));
    }

    /** Measures every face of a picture file, small ones too; slower than {@link #readFace}. */
    public FacesOutcome findFaces(byte[] file, FaceRequest request) {
        return faces.readAll(
                Objects.requireNonNull(file, "file"), Objects.requireNonNull(request, "request"));
    }

    /**
     * Cuts the one face of a picture out as a token frontal image (ISO/IEC 19794-5:2005): level,
     * eyes at fixed places, 3 by 4.
     */
    public TokenCrop cropPortrait(byte[] file) {
        return cropper.crop(Objects.requireNonNull(file, "file"));
    }

    /**
     * Covers every face of a picture so that nothing of it is left in the pixels. Looks for faces
     * at every turn and size: some seconds for a picture of 12 megapixels.
     */
    public Anonymization anonymize(byte[] file) {
        return anonymizer.anonymize(Objects.requireNonNull(file, "file"));
    }

    /**
     * A picture file as an upright JPEG of its full size, without what else the file told.
     *
     * @param quality IJG quality 1..100
     * @return empty if the file is no readable picture, or is longer than a JPEG can be
     */
    public Optional<byte[]> toJpeg(byte[] file, int quality) {
        return switch (decoder.decode(Objects.requireNonNull(file, "file"), Integer.MAX_VALUE)) {
            case DecodeResult.Decoded(var image, var _) ->
                    image.longSide() > JpegFile.MAX_SIDE
                            ? Optional.empty()
                            : Optional.of(JpegFile.write(image, quality));
            case DecodeResult.Refused _ -> Optional.empty();
        };
    }

    /** Judges whether the one face of a picture is a person or a picture of one. */
    public PassiveLiveness checkLiveness(byte[] file) {
        return liveness.check(Objects.requireNonNull(file, "file"));
    }

    /**
     * Judges frames that were taken already, without guiding anybody, for evaluation: most signs
     * need several frames, a single picture is judged by its texture alone.
     *
     * @param frames JPEG files in order
     * @param millisBetween time from one frame to the next
     */
    public LivenessVerdict judgeLiveness(
            LivenessTask task, List<byte[]> frames, int millisBetween) {
        return captures.judge(task, frames, millisBetween);
    }

    /** A capture of video frames of a person who does what the task asks; see its methods. */
    public LivenessCapture startLiveness(LivenessTask task) {
        return captures.start(task);
    }

    /**
     * Checks a picture file against the 23 requirements of a portrait for an identity document; a
     * picture without a face is checked too, and fails.
     */
    public PortraitCheck checkPortrait(byte[] file) {
        return portraits.check(Objects.requireNonNull(file, "file"));
    }

    /** Reads the fingerprint of a picture file into a template. */
    public FingerOutcome readFinger(byte[] file, FingerRequest request) {
        return fingers.read(file, request);
    }

    /** How well the fingerprint of a picture file will compare; as slow as reading it. */
    public FingerQualityOutcome fingerQuality(byte[] file, FingerRequest request) {
        return fingers.measure(file, request);
    }

    /** The fingers in a standard minutiae record, told apart by content. */
    public FingerImport importFinger(byte[] record) {
        return new FingerImporter().read(record);
    }

    /** As {@link #exportFinger(FingerTemplate, InterchangeFormat, FingerDetails)}, unnamed. */
    public byte[] exportFinger(FingerTemplate template, InterchangeFormat format) {
        return exportFinger(template, format, FingerDetails.UNKNOWN);
    }

    /**
     * The minutiae as a standard record that other software reads, at most 2 kB.
     *
     * @throws dev.selfsame.engine.template.BrokenTemplateException if the template holds nothing
     *     that can be compared
     */
    public byte[] exportFinger(
            FingerTemplate template, InterchangeFormat format, FingerDetails details) {
        return new FingerExporter().write(template, format, details);
    }

    /**
     * Compares two templates of one mode.
     *
     * @throws IncomparableTemplatesException if the modes differ
     * @throws dev.selfsame.engine.template.BrokenTemplateException if a finger template holds
     *     nothing that can be compared
     */
    public Fmr compare(Template reference, Template candidate) {
        return switch (Objects.requireNonNull(reference, "reference")) {
            case FaceTemplate face when candidate instanceof FaceTemplate other ->
                    matcher(face, other).compare(face, other);
            case FingerTemplate finger when candidate instanceof FingerTemplate other ->
                    fingerMatcher.compare(finger, other);
            case Template other -> throw new IncomparableTemplatesException(other, candidate);
        };
    }

    private FaceMatcher matcher(FaceTemplate reference, FaceTemplate candidate) {
        FaceMatcher matcher = matchers.get(FaceModes.key(reference));
        if (matcher == null) {
            throw new IncomparableTemplatesException(reference, candidate);
        }
        return matcher;
    }

    /**
     * An empty gallery for templates like this one, to search many of them at once. Each mode needs
     * its own. It does not depend on the engine staying open.
     *
     * @throws IllegalArgumentException if the template's mode is not installed
     */
    public FaceGallery emptyGallery(FaceTemplate like) {
        FaceMatcher matcher = matchers.get(FaceModes.key(like));
        if (matcher == null) {
            throw new IllegalArgumentException(
                    "mode: %s version %d (expected: installed, as %s)"
                            .formatted(like.mode(), like.modeVersion(), modes()));
        }
        return new FaceGallery(like.mode(), like.modeVersion(), like.vector().length, matcher);
    }

    /** An empty gallery of fingers, to search many people at once; it needs no engine. */
    public FingerGallery emptyFingerGallery() {
        return new FingerGallery();
    }

    /** The mode new face templates are made in. */
    public String currentMode() {
        return modes.current().name();
    }

    /** Version of the mode new face templates are made in, 1..255. */
    public int currentModeVersion() {
        return modes.current().version();
    }

    /** Every installed face mode, the current one first. */
    public List<String> modes() {
        return modes.names();
    }

    /**
     * Reads every file of every installed pack and compares its checksum, also of networks that
     * nothing uses; those in use were checked when they were loaded.
     *
     * @throws dev.selfsame.engine.inference.InvalidPackException naming the file that was altered
     */
    public void verifyPacks() {
        modes.verifyPacks();
    }

    /**
     * Shows a drawing to the loaded networks of the built-in pack and compares their answers with
     * those of the networks that they were made from.
     *
     * @return the largest difference as a share of the largest value; below 1e-3 they work as they
     *     should
     */
    public double deviation() {
        return models.deviation();
    }

    /**
     * Whether JPEG is decoded by a native library on this machine, which is several times faster.
     */
    public boolean hasNativeJpeg() {
        return ImageDecoder.hasNativeJpeg();
    }

    /** The installed packs, for people. */
    public List<InstalledPack> packs() {
        return modes.packs();
    }

    @Override
    public void close() {
        models.close();
    }
}
