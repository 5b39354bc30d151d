package dev.selfsame.engine.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumMap;
import java.util.Map;

final class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 100",
        "0, 100",
        "1, 75",
        "2, 50",
        "2.001, 49",
        "5, 31",
        "10, 0",
        "99, 0",
    })
    void runsFromTheIdealOverTheLimitToTheWorst(double value, int confidence) {
        assertThat(new Scale(0, 2, 10).judge(value).confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({"12, 100", "10, 100", "6, 75", "2, 50", "1.999, 49", "1, 25", "0, 0"})
    void mayRunDownwards(double value, int confidence) {
        assertThat(new Scale(10, 2, 0).judge(value).confidence()).isEqualTo(confidence);
    }

    @Test
    void whatCannotBeMeasuredIsUndecided() {
        Finding finding = new Scale(0, 2, 10).judge(Double.NaN);
        assertThat(finding.confidence()).isEqualTo(50);
        assertThat(finding.conformed()).isTrue();
        assertThat(finding.measured()).isNaN();
    }

    @Test
    void anchorsMustBeInOrder() {
        assertThatThrownBy(() -> new Scale(0, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scale(1, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void confidenceIsAPercentage() {
        assertThatThrownBy(() -> new Finding(101, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportWantsEveryRequirement() {
        Map<Requirement, Finding> one = new EnumMap<>(Requirement.class);
        one.put(Requirement.BLURRED, new Finding(100, 0));
        assertThatThrownBy(() -> new PortraitReport(FramingVerdict.OK, one))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
