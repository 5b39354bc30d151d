package dev.selfsame.bench;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.portrait.Finding;
import dev.selfsame.engine.portrait.PortraitCheck;
import dev.selfsame.engine.portrait.PortraitReport;
import dev.selfsame.engine.portrait.Requirement;
import dev.selfsame.engine.portrait.SheetDrawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.imageio.ImageIO;

/**
 * Checks portraits and draws what was looked at. Arguments: a folder for the drawings, and picture
 * files. Prints how many conform to each requirement, and writes {@code regions.png}, the first
 * picture's sheet with its regions, and {@code portraits.jpg}, all pictures with the number of
 * requirements that they fail, or, where a file is called like one, with the confidence in that.
 */
public final class PortraitSheets {

    private static final int COLUMNS = 8;
    private static final int TILE_WIDTH = 128;
    private static final int TILE_HEIGHT = 160;
    private static final int CAPTION = 30;
    private static final String MILD = "-mild";

    private PortraitSheets() {}

    /** A picture with its report. */
    private record Portrait(String name, byte[] file, PortraitReport report, double millis) {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<Portrait> portraits = check(List.of(args).subList(1, args.length));
        print(portraits);
        try (SheetDrawing sheets = new SheetDrawing()) {
            Optional<BufferedImage> regions = sheets.draw(portraits.get(0).file(), true);
            if (regions.isPresent()) {
                ImageIO.write(regions.get(), "png", folder.resolve("regions.png").toFile());
            }
            ImageIO.write(contactSheet(portraits), "jpg", folder.resolve("portraits.jpg").toFile());
        }
    }

    private static List<Portrait> check(List<String> files) throws IOException {
        List<Portrait> portraits = new ArrayList<>();
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            for (String name : files) {
                Path path = Path.of(name);
                byte[] file = Files.readAllBytes(path);
                long start = System.nanoTime();
                switch (engine.checkPortrait(file)) {
                    case PortraitCheck.Checked checked ->
                            portraits.add(
                                    new Portrait(
                                            path.getFileName().toString().replace(".jpg", ""),
                                            file,
                                            checked.report(),
                                            (System.nanoTime() - start) / 1e6));
                    case PortraitCheck.Unreadable unreadable ->
                            System.out.println(path.getFileName() + ": " + unreadable.refusal());
                }
            }
        }
        return portraits;
    }

    private static void print(List<Portrait> portraits) {
        int all = portraits.size();
        double[] millis = portraits.stream().mapToDouble(Portrait::millis).sorted().toArray();
        System.out.printf(Locale.ROOT, "%d pictures, median %.0f ms%n", all, millis[all / 2]);
        Map<String, Integer> framings = new TreeMap<>();
        portraits.forEach(p -> framings.merge(p.report().framing().name(), 1, Integer::sum));
        System.out.println("framing " + framings);
        System.out.println(
                "requirement               conform    5 %    25 %    50 %    75 %   95 %");
        for (Requirement requirement : Requirement.values()) {
            long conform =
                    portraits.stream().filter(p -> finding(p, requirement).conformed()).count();
            double[] measured =
                    portraits.stream()
                            .mapToDouble(p -> finding(p, requirement).measured())
                            .filter(Double::isFinite)
                            .sorted()
                            .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-25s %3d/%3d  %6.3f  %6.3f  %6.3f  %6.3f %6.3f%n",
                    requirement.wireName(),
                    conform,
                    all,
                    quantile(measured, 0.05),
                    quantile(measured, 0.25),
                    quantile(measured, 0.5),
                    quantile(measured, 0.75),
                    quantile(measured, 0.95));
        }
    }

    private static BufferedImage contactSheet(List<Portrait> portraits) throws IOException {
        int rows = (portraits.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet =
                new BufferedImage(
                        COLUMNS * TILE_WIDTH,
                        rows * (TILE_HEIGHT + CAPTION),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        for (int i = 0; i < portraits.size(); i++) {
            int x = i % COLUMNS * TILE_WIDTH;
            int y = i / COLUMNS * (TILE_HEIGHT + CAPTION);
            Portrait portrait = portraits.get(i);
            drawTile(g, portrait, x, y);
        }
        g.dispose();
        return sheet;
    }

    private static void drawTile(Graphics2D g, Portrait portrait, int x, int y) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(portrait.file()));
        double scale =
                Math.min(
                        (TILE_WIDTH - 4.0) / picture.getWidth(),
                        (double) TILE_HEIGHT / picture.getHeight());
        g.drawImage(
                picture,
                x,
                y,
                (int) (scale * picture.getWidth()),
                (int) (scale * picture.getHeight()),
                null);
        g.setColor(Color.BLACK);
        String name = portrait.name().replace(MILD, "");
        String degree = name.equals(portrait.name()) ? "" : "mild, ";
        g.drawString(name, x + 2, y + TILE_HEIGHT + 11);
        g.drawString(degree + verdict(portrait, name), x + 2, y + TILE_HEIGHT + 24);
    }

    private static String verdict(Portrait portrait, String name) {
        return Arrays.stream(Requirement.values())
                .filter(it -> it.wireName().equals(name))
                .map(it -> "confidence " + finding(portrait, it).confidence())
                .findFirst()
                .orElseGet(
                        () ->
                                portrait.report().findings().values().stream()
                                                .filter(it -> !it.conformed())
                                                .count()
                                        + " of 23 fail");
    }

    private static Finding finding(Portrait portrait, Requirement requirement) {
        Finding finding = portrait.report().findings().get(requirement);
        if (finding == null) {
            throw new IllegalStateException("no finding for " + requirement);
        }
        return finding;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
