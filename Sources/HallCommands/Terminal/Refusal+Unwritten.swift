import HallModel
import HallStore
import HallSyntax
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Refusal {
  /// The answer could not be written to standard output. What the call changed stays changed.
  ///
  /// - Parameter number: the system error (errno); 0 if the pager failed.
  static func unwritten(_ number: Int32, isDone: Bool) -> Refusal {
    let cause = cause(number)
    return Refusal(
      Phrase(
        zh: (isDone ? "已经做了，只是" : "") + "结果没能显示出来：" + cause.zh,
        en: (isDone ? "it is done, but " : "") + "the answer could not be written: " + cause.en),
      hint: isDone
        ? Phrase(
          zh: "不要再打一遍；用「hall 历史」看记了什么", en: "do not call it again; 'hall log' has what was recorded"
        )
        : remedy(number), kind: .disk)
  }

  private static func cause(_ number: Int32) -> Phrase {
    switch number {
    case 0: Phrase(zh: "分页程序出错", en: "the pager failed")
    case EBADF: Phrase(zh: "标准输出是关着的", en: "standard output is closed")
    default: DiskFailure("write", "", number).words
    }
  }

  private static func remedy(_ number: Int32) -> Phrase? {
    switch number {
    case 0: Phrase(zh: "检查环境变量 PAGER", en: "look at the variable PAGER")
    case EBADF: Phrase(zh: "去掉命令后面的 >&-", en: "leave out the >&- after the call")
    default: DiskFailure("write", "", number).hint
    }
  }
}
