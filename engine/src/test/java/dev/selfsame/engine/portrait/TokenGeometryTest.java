package dev.selfsame.engine.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.imaging.Affine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGeometryTest {

    /** The example of the standard: 240 by 320, eyes at (89, 144) and (149, 144). */
    @Test
    void leastSizeIsThatOfTheStandard() {
        TokenGeometry geometry = new TokenGeometry(240);
        assertThat(geometry.height()).isEqualTo(320);
        assertThat(geometry.eyes()).isEqualTo(new Eyes(89, 144, 149, 144));
    }

    @ParameterizedTest
    @CsvSource({"1,240", "60,240", "62.9,240", "63,252", "100,396", "300,1200", "5000,1200"})
    void widthFollowsTheDistanceOfTheEyes(double interEyePixels, int width) {
        TokenGeometry geometry = TokenGeometry.forInterEye(interEyePixels);
        assertThat(geometry.width()).isEqualTo(width);
        assertThat(geometry.height() * 3).isEqualTo(width * 4);
        assertThat(geometry.eyes().interEyePixels()).isEqualTo(width / 4.0);
    }

    @Test
    void eyesOfATurnedFaceComeToTheirPlaces() {
        Eyes found = new Eyes(410, 220, 380, 310);
        TokenGeometry geometry = TokenGeometry.forInterEye(found.interEyePixels());
        Affine map = geometry.toPicture(found);
        Eyes place = geometry.eyes();
        assertThat(map.x(place.x1(), place.y1())).isCloseTo(410, within(1e-9));
        assertThat(map.y(place.x1(), place.y1())).isCloseTo(220, within(1e-9));
        assertThat(map.x(place.x2(), place.y2())).isCloseTo(380, within(1e-9));
        assertThat(map.y(place.x2(), place.y2())).isCloseTo(310, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {228, 250, 1212})
    void refusesWidthsOutsideTheBoundsOrWithoutWholePlaces(int width) {
        assertThatThrownBy(() -> new TokenGeometry(width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width: " + width);
    }
}
