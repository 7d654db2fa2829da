package cn.yiqilai.platform.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook into nothing, counting, before anybody reads it: a file of kilobytes may unfold into gigabytes. The
 * sizes that a zip states about itself are not believed.
 */
final class ZipMeasure {
    private static final int MOST_PARTS = 2000;
    private static final long MOST_BYTES = 150L * 1024 * 1024;

    private ZipMeasure() {}

    static void check(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS || zip.getEntry("xl/workbook.xml") == null) {
                throw SheetFile.unreadable("sheet.broken-workbook");
            }
            measure(zip);
        } catch (IOException e) {
            throw SheetFile.unreadable("sheet.broken-workbook");
        }
    }

    private static void measure(ZipFile zip) throws IOException {
        var buffer = new byte[64 * 1024];
        var total = 0L;
        var parts = zip.entries();
        while (parts.hasMoreElements()) {
            try (var part = zip.getInputStream(parts.nextElement())) {
                for (var read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                    total += read;
                    if (total > MOST_BYTES) {
                        throw SheetFile.unreadable("sheet.unfolds");
                    }
                }
            }
        }
    }
}
