package cn.yiqilai.platform.sheet;

import cn.yiqilai.platform.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.jboss.logging.Logger;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An Excel workbook, read as a stream: the first sheet that has a header we know. Formulas count by the value that was
 * last calculated and stored with them; styles are not looked at, so numbers come as they are stored.
 */
final class Workbook {
    private static final Logger LOG = Logger.getLogger(Workbook.class);

    private Workbook() {}

    static void read(Path file, SheetTarget target) {
        ZipMeasure.check(file);
        try {
            var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                readSheets(workbook, target);
            } finally {
                workbook.revert();
            }
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // POI answers a damaged file with exceptions of every kind.
            LOG.infof("A workbook could not be read: %s", e.toString());
            throw SheetFile.unreadable("sheet.broken-workbook");
        }
    }

    private static void readSheets(OPCPackage workbook, SheetTarget target)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var strings = new ReadOnlySharedStringsTable(workbook, false);
        var sheets = new XSSFReader(workbook).getSheetsData();
        while (sheets.hasNext()) {
            try (var sheet = sheets.next()) {
                var found = new SheetRows(target);
                read(sheet, strings, found);
                if (found.hasHeader()) {
                    return;
                }
            }
        }
        throw target.noHeader();
    }

    private static void read(InputStream sheet, SharedStrings strings, SheetRows rows)
            throws IOException, SAXException, ParserConfigurationException {
        var parser = XMLHelper.newXMLReader();
        parser.setContentHandler(new XSSFSheetXMLHandler(null, strings, new SheetCells(rows), false));
        try {
            parser.parse(new InputSource(sheet));
        } catch (SheetCells.NoHeader e) {
            // On to the next sheet.
        }
    }
}
