package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.finger.InterchangeFormat;
import dev.selfsame.engine.matching.IncomparableTemplatesException;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.person.TenantThresholds;
import dev.selfsame.server.person.Thresholds;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Makes templates and compares them; keeps neither. */
@RestController
final class TemplateRoutes {

    private final Exchange exchange;
    private final Engine engine;
    private final Admission admission;
    private final Artifacts artifacts;
    private final TenantThresholds thresholds;

    TemplateRoutes(
            Exchange exchange, Engine engine, Admission admission, TenantThresholds thresholds) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
        artifacts = new Artifacts(engine);
    }

    @PostMapping("/**/multibiometrics/extract")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.extract")
    @UsesWorkers
    ResponseEntity<byte[]> extract(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                ExtractForm.KEY,
                extract -> {
                    ExtractForm form = ExtractForm.of(extract);
                    return ExtractAnswer.of(admission.run(tenantId, () -> extracted(form)));
                });
    }

    @PostMapping("/**/multibiometrics/match")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.match")
    @UsesWorkers
    ResponseEntity<byte[]> match(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        Thresholds limits = thresholds.of(tenantId);
        return exchange.answer(
                request,
                MatchForm.KEY,
                match -> {
                    MatchForm form = MatchForm.of(match);
                    Fmr fmr = admission.run(tenantId, () -> compared(form));
                    return MatchAnswer.of(fmr, form.modality().threshold(limits));
                });
    }

    private byte[] extracted(ExtractForm form) {
        Template template = artifacts.ofPicture(form.picture(), form.modality());
        InterchangeFormat standard = form.format().standard();
        return standard != null && template instanceof FingerTemplate finger
                ? engine.exportFinger(finger, standard)
                : TemplateCodec.encode(template);
    }

    private Fmr compared(MatchForm form) {
        Template first = artifacts.of(form.first(), form.modality());
        Template second = artifacts.of(form.second(), form.modality());
        try {
            return engine.compare(first, second);
        } catch (IncomparableTemplatesException e) {
            throw Refusal.saying(
                    "The templates were made by different modes, extract both of them again");
        } catch (BrokenTemplateException e) {
            throw form.modality().noTemplate("a template's content cannot be compared");
        }
    }
}
