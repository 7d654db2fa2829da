package cn.yiqilai.workorder;

/** The reply was accepted. What follows asks whether it satisfied; the closing instant stays what it is. */
public sealed interface AfterClosing extends Open permits AwaitingCallback, Rectifying {
    Assignment assignment();

    Completion completion();

    @Override
    AfterClosing with(Dossier other);
}
