package cn.yiqilai.workorder;

import cn.yiqilai.directory.FilingCode;
import cn.yiqilai.directory.FilingCodes;
import cn.yiqilai.directory.FilingObligation;
import cn.yiqilai.directory.RegistrationWindow;
import cn.yiqilai.directory.Windows;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** The city's tables of filing codes (1095 项数据归口) and registration windows (19 个受理登记窗口). */
@ApplicationScoped
class FilingTables {
    private final FilingCodes codes;
    private final Windows windows;
    private final FilingObligation obligation;

    FilingTables(FilingCodes codes, Windows windows, FilingObligation obligation) {
        this.codes = codes;
        this.windows = windows;
        this.obligation = obligation;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 for a code or a window that is not in use */
    void require(Filing filing) {
        var code = filing.code();
        if (code != null && codes.find(code).filter(FilingCode::active).isEmpty()) {
            throw Problem.invalidField("filingCode", "workorder.filing-code").asException();
        }
        var window = filing.window();
        if (window != null
                && windows.find(window).filter(RegistrationWindow::active).isEmpty()) {
            throw Problem.invalidField("window", "workorder.window").asException();
        }
    }

    /**
     * No unit gets what is not filed, once the city's table is complete.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 for an order without a code
     */
    void requireFiled(WorkOrder order) {
        if (order.dossier().filing().code() == null && obligation.isCodeOwed()) {
            throw Problem.invalidField("filingCode", "workorder.filing-code-owed")
                    .asException();
        }
    }
}
