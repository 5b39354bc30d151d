package dev.selfsame.engine.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaceSearchTest {

    @ParameterizedTest
    @CsvSource({
        "15,15",
        "65500,15",
        "15,65500",
        "65500,763",
        "7071,7071",
        "10000,5000",
        "4000,3000"
    })
    void noPictureAsksForMoreThanSoManyTiles(int width, int height) {
        int tiles =
                FaceSearch.tilings(width, height).stream()
                        .mapToInt(side -> FaceSearch.tiles(width, height, side))
                        .sum();

        assertThat(tiles).isBetween(1, FaceSearch.MOST_TILES);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "65500,1", "14,65500"})
    void whereNoFaceHasRoomNothingIsLookedAt(int width, int height) {
        assertThat(FaceSearch.tilings(width, height)).isEmpty();
    }

    @Test
    void anOrdinaryPhotoIsLookedAtDownToSmallTiles() {
        assertThat(FaceSearch.tilings(4000, 3000))
                .containsExactly(4000.0, 2000.0, 1000.0, 500.0, 250.0);
        assertThat(FaceSearch.tilings(640, 480)).containsExactly(640.0, 320.0, 160.0);
        assertThat(FaceSearch.tilings(7071, 7071)).contains(7071 / 16.0);
    }
}
