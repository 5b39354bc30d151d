package dev.selfsame.engine.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.inference.QualitySpec;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class FaceQualityMeterTest {

    private static final FaceQualityMeter METER =
            new FaceQualityMeter(new QualitySpec(-100, Map.of("sharpness", 5.0)));

    @Test
    void valueIsTheWeightedSum() {
        assertThat(METER.join(components(100, 100, 100, 60)).value()).isEqualTo(200);
    }

    @Test
    void eyesCloserThanSixtyPixelsAreNeverGoodButStillRanked() {
        int better = METER.join(components(49, 100, 100, 90)).value();
        int worse = METER.join(components(49, 100, 100, 60)).value();
        assertThat(better).isLessThan(100).isGreaterThan(worse);
        assertThat(worse).isPositive();
    }

    @Test
    void hopelessPicturesAskForAnother() {
        assertThat(METER.join(components(10, 100, 100, 90)).value()).isNegative();
        assertThat(METER.join(components(100, 50, 100, 90)).value()).isNegative();
        assertThat(METER.join(components(100, 100, 40, 90)).value()).isNegative();
    }

    private static Map<String, Double> components(
            double interEye, double visible, double yaw, double sharpness) {
        Map<String, Double> all = new HashMap<>();
        all.put("interEyeDistance", interEye);
        all.put("faceVisible", visible);
        all.put("poseYaw", yaw);
        all.put("sharpness", sharpness);
        return all;
    }
}
