package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.engine.calibration.FoldedAccuracy;
import dev.selfsame.engine.calibration.OperatingPoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An evaluation as the members of one JSON object. */
public final class EvaluationJson {

    private EvaluationJson() {}

    /**
     * The members. Those at the top count all pairs; {@code comparisonsMade} has the same over the
     * comparisons that could be made.
     */
    public static Map<String, Object> members(Evaluation evaluation) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("modality", evaluation.modality());
        members.put("images", evaluation.pictures());
        members.put("failedToAcquire", evaluation.failures().size());
        members.put("failedToAcquireBy", evaluation.reasons());
        members.putAll(rates(evaluation.all()));
        members.put("comparisonsMade", rates(evaluation.made()));
        members.put(
                "calibration", evaluation.stated().stream().map(EvaluationJson::stated).toList());
        members.put(
                "discard", evaluation.discards().stream().map(EvaluationJson::discard).toList());
        return members;
    }

    private static Map<String, Object> rates(RateSummary summary) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("genuine", summary.genuine());
        members.put("impostor", summary.impostor());
        members.put("accuracy", summary.mostAccurate().accuracy());
        members.put("accuracyThreshold", summary.mostAccurate().threshold());
        FoldedAccuracy folded = summary.folded();
        if (folded != null) {
            members.put("accuracyFolded", folded.mean());
            members.put("accuracyFoldedError", folded.standardError());
        }
        members.put("eer", summary.equalErrorRate());
        Map<String, Object> fnmr = new LinkedHashMap<>();
        summary.atFmr()
                .forEach(it -> fnmr.put(it.target().text(), it.point().falseNonMatches().rate()));
        members.put("fnmr", fnmr);
        Map<String, Object> points = new LinkedHashMap<>();
        summary.atFmr().forEach(it -> points.put(it.target().text(), point(it.point())));
        members.put("operatingPoints", points);
        return members;
    }

    private static Map<String, Object> point(OperatingPoint point) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("threshold", point.threshold());
        members.put("falseMatches", count(point.falseMatches()));
        members.put("falseNonMatches", count(point.falseNonMatches()));
        return members;
    }

    private static Map<String, Object> count(ErrorCount count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rate", count.rate());
        members.put("errors", count.errors());
        members.put("trials", count.trials());
        members.put("interval95", List.of(count.low95(), count.high95()));
        return members;
    }

    private static Map<String, Object> stated(StatedRate stated) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("score", stated.score());
        members.put("fmrStated", stated.fmr());
        members.put("fmrMeasured", stated.measured().falseMatches().rate());
        members.putAll(point(stated.measured()));
        return members;
    }

    private static Map<String, Object> discard(Discard discard) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("share", discard.share());
        members.put("images", discard.pictures());
        members.put("fnmrAtSameThreshold", discard.unmoved().falseNonMatches().rate());
        members.put("sameThreshold", point(discard.unmoved()));
        members.put("fnmrAtFmr1e-3", discard.again().falseNonMatches().rate());
        members.put("fmr1e-3", point(discard.again()));
        return members;
    }
}
