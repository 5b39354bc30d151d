package dev.selfsame.engine.finger;

import com.machinezoo.fingerprintio.iso19794p1v2011.Iso19794p1v2011Quality;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Position;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011EndingType;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Position;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Template;

/** Records after ISO/IEC 19794-2, clauses 7 (2005) and 8 (2011): the record formats. */
final class IsoRecords {

    /** Angles have one byte: 1.40625 degrees. */
    private static final int ANGLES = 256;

    /** 2005: not reported. */
    private static final int NO_QUALITY_2005 = 0;

    /** 2011: not reported, so that minutiae are written without one. */
    private static final int NO_QUALITY_2011 = 254;

    private IsoRecords() {}

    static byte[] of2005(MinutiaPlan plan, FingerDetails details) {
        var finger = new Iso19794p2v2005Fingerprint();
        finger.position = Iso19794p2v2005Position.valueOf(details.position().name());
        finger.quality = details.qualityOrMiddle();
        finger.minutiae = plan.minutiae().stream().map(IsoRecords::minutia2005).toList();
        var record = new Iso19794p2v2005Template();
        record.width = plan.width();
        record.height = plan.height();
        record.resolutionX = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        record.resolutionY = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        record.fingerprints.add(finger);
        return record.toByteArray();
    }

    private static Iso19794p2v2005Minutia minutia2005(Minutia in) {
        var out = new Iso19794p2v2005Minutia();
        out.type =
                in.ending()
                        ? Iso19794p2v2005MinutiaType.ENDING
                        : Iso19794p2v2005MinutiaType.BIFURCATION;
        out.positionX = in.x();
        out.positionY = in.y();
        out.angle = in.angle(ANGLES);
        out.quality = NO_QUALITY_2005;
        return out;
    }

    static byte[] of2011(MinutiaPlan plan, FingerDetails details) {
        var finger = new Iso19794p2v2011Fingerprint();
        finger.position = Iso19794p2v2011Position.valueOf(details.position().name());
        finger.width = plan.width();
        finger.height = plan.height();
        finger.resolutionX = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        finger.resolutionY = MinutiaPlan.PIXELS_PER_CENTIMETRE;
        finger.endingType = Iso19794p2v2011EndingType.RIDGE_SKELETON_ENDPOINT;
        finger.minutiae = plan.minutiae().stream().map(IsoRecords::minutia2011).toList();
        if (details.quality() != FingerDetails.UNSTATED) {
            var quality = new Iso19794p1v2011Quality();
            quality.quality = details.quality();
            finger.qrecords.add(quality);
        }
        var record = new Iso19794p2v2011Template();
        record.fingerprints.add(finger);
        return record.toByteArray();
    }

    private static Iso19794p2v2011Minutia minutia2011(Minutia in) {
        var out = new Iso19794p2v2011Minutia();
        out.type =
                in.ending()
                        ? Iso19794p2v2011MinutiaType.ENDING
                        : Iso19794p2v2011MinutiaType.BIFURCATION;
        out.positionX = in.x();
        out.positionY = in.y();
        out.angle = in.angle(ANGLES);
        out.quality = NO_QUALITY_2011;
        return out;
    }
}
