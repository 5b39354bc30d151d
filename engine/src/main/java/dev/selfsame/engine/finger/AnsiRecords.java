package dev.selfsame.engine.finger;

import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Minutia;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Position;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Minutia;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Position;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Template;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Minutia;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Position;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Template;

/** Records after ANSI INCITS 378. */
final class AnsiRecords {

    /** Angles in steps of two degrees. */
    private static final int ANGLES = 180;

    /** 2004: not reported. */
    private static final int NO_QUALITY_2004 = 0;

    /** 2009: not reported. */
    private static final int NO_QUALITY_2009 = 254;

    private AnsiRecords() {}

    static byte[] of2004(MinutiaPlan plan, FingerDetails details) {
        var finger = new Ansi378v2004Fingerprint();
        finger.position = Ansi378v2004Position.valueOf(details.position().name());
        finger.quality = details.qualityOrMiddle();
        finger.minutiae = plan.minutiae().stream().map(AnsiRecords::minutia2004).toList();
        var record = new Ansi378v2004Template();
        record.width = plan.width();
        record.height = plan.height();
        record.resolutionX = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        record.resolutionY = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        record.fingerprints.add(finger);
        return record.toByteArray();
    }

    private static Ansi378v2004Minutia minutia2004(Minutia in) {
        var out = new Ansi378v2004Minutia();
        out.type =
                in.ending() ? Ansi378v2004MinutiaType.ENDING : Ansi378v2004MinutiaType.BIFURCATION;
        out.positionX = in.x();
        out.positionY = in.y();
        out.angle = in.angle(ANGLES);
        out.quality = NO_QUALITY_2004;
        return out;
    }

    static byte[] of2009(MinutiaPlan plan, FingerDetails details) {
        var finger = new Ansi378v2009Fingerprint();
        finger.position = Ansi378v2009Position.valueOf(details.position().name());
        finger.quality = details.qualityOr(NO_QUALITY_2009);
        finger.width = plan.width();
        finger.height = plan.height();
        finger.resolutionX = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        finger.resolutionY = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        finger.minutiae = plan.minutiae().stream().map(AnsiRecords::minutia2009).toList();
        var record = new Ansi378v2009Template();
        record.fingerprints.add(finger);
        return record.toByteArray();
    }

    private static Ansi378v2009Minutia minutia2009(Minutia in) {
        var out = new Ansi378v2009Minutia();
        out.type =
                in.ending() ? Ansi378v2009MinutiaType.ENDING : Ansi378v2009MinutiaType.BIFURCATION;
        out.positionX = in.x();
        out.positionY = in.y();
        out.angle = in.angle(ANGLES);
        out.quality = NO_QUALITY_2009;
        return out;
    }

    static byte[] of2009am1(MinutiaPlan plan, FingerDetails details) {
        var finger = new Ansi378v2009Am1Fingerprint();
        finger.position = Ansi378v2009Am1Position.valueOf(details.position().name());
        finger.quality = details.qualityOr(NO_QUALITY_2009);
        finger.width = plan.width();
        finger.height = plan.height();
        finger.resolutionX = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        finger.resolutionY = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        finger.minutiae = plan.minutiae().stream().map(AnsiRecords::minutia2009am1).toList();
        var record = new Ansi378v2009Am1Template();
        record.fingerprints.add(finger);
        return record.toByteArray();
    }

    private static Ansi378v2009Am1Minutia minutia2009am1(Minutia in) {
        var out = new Ansi378v2009Am1Minutia();
        out.type =
                in.ending()
                        ? Ansi378v2009Am1MinutiaType.ENDING
                        : Ansi378v2009Am1MinutiaType.BIFURCATION;
        out.positionX = in.x();
        out.positionY = in.y();
        out.angle = in.angle(ANGLES);
        out.quality = NO_QUALITY_2009;
        return out;
    }
}
