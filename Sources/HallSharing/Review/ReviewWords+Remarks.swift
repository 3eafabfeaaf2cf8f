import HallChecks
import HallModel
import HallSyntax
import HallWords

// The texts of the alerts, and of things without progress.
extension ReviewWords {
  func line(_ alert: ReviewAlert) -> String {
    if let signer = alert.signer {
      return alert.kind == .keyAdded
        ? say("新登记了签名的钥匙：", "a key was enrolled: ") + quote(signer)
        : say("取消了签名的钥匙：", "a key was removed: ") + quote(signer)
    }
    if let change = alert.change {
      return name(alert.document) + " "
        + FactText.line(ReviewWords.tidied(change), language, quote: quote)
        + say(
          "（确认以后记的，后来被改动或去掉）", " (recorded after the approval, and changed or taken out since)")
    }
    // A signature's file names the document and the signer.
    let isFile = [.signatureGone, .signatureChanged, .settings].contains(alert.kind)
    let lead = (isFile ? quote(alert.document.path) : name(alert.document)) + say("：", ": ")
    let number = alert.revision ?? 0
    switch alert.kind {
    case .sealed:
      return lead + say("已确认的内容被改动，没有记下修正", "approved text was changed and no amendment recorded")
    case .mislabelled:
      if let words = alert.figures?.words {
        return lead
          + say(
            "第 \(number) 版说只补票数，却改了已确认的内容：\(words.zh)",
            "revision \(number) claims to add only figures, but changes approved text: \(words.en)")
      }
      return lead
        + say(
          "第 \(number) 版改了已确认的内容，却没有写明是修正",
          "revision \(number) changed approved text but is not marked as an amendment")
    case .rewritten:
      return lead
        + say(
          "原来的第 \(number) 版不在历史里了，历史被重写过",
          "revision \(number) is gone in its original form: the history was rewritten")
    case .damaged:
      let words = alert.fault?.reason.phrase ?? Phrase(zh: "", en: "")
      return lead + say("历史第 \(number) 版", "the history, revision \(number): ") + words[language]
    case .gone:
      return lead + say("文件没有了；议事厅的文件从不删除", "is gone; documents of a hall are never deleted")
    case .keyAdded, .keyRemoved, .takenBack: return lead
    case .signatureGone: return lead + say("签名没有了", "the signature is gone")
    case .signatureChanged: return lead + say("签名被改动", "the signature was changed")
    case .settings:
      return lead
        + (alert.document.path.hasPrefix("private/")
          ? say("private/ 里的文件不该交到 git 里", "a private file does not belong into git")
          : say(
            "改了；git、编辑器或流水线怎么对待这些记录由它定",
            "was changed; it decides what git, the editor or the pipeline do with the record"))
    case .unreadable: return lead + say("文件不是文字，没有比较", "is not text, and was not compared")
    }
  }

  /// The most important things without progress, as lines, and the number of the rest.
  func lines(_ silent: [SilentThing]) -> [String] {
    var seen: [SilentThing.Kind: Int] = [:]
    let shown = silent.filter { thing in
      seen[thing.kind, default: 0] += 1
      return seen[thing.kind, default: 0] <= thing.kind.mostShown
    }
    let rest = silent.count - shown.count
    guard rest > 0 else { return shown.map(line) }
    return shown.map(line)
      + [
        say(
          "另有 \(rest) 项；逾期的都在「hall 逾期」里",
          "and \(rest) more; 'hall overdue' lists everything overdue")
      ]
  }

  func line(_ thing: SilentThing) -> String {
    switch thing {
    case .task(let owner, let task, let late, let last):
      let number = task.number.map { "-T\($0)" } ?? ""
      var line = (owner.id?.text ?? "") + number + " " + quote(task.title)
      if let lead = task.lead { line += say("，负责 ", ", lead ") + quote(lead.string) }
      if let late {
        line += say("：逾期 \(late) 天，没有进展", ": \(late) days overdue, no progress")
      } else if let last {
        let isOngoing = task.due == .ongoing
        line += isOngoing ? say("：长期", ": ongoing") : say("：没有期限", ": no due day")
        line += say("，\(last.iso) 以来没有进展", ", no progress since \(last.iso)")
      }
      return line
    case .posting(let meeting, let decision, let period):
      let number = decision.number.map { "-D\($0)" } ?? ""
      let line = (meeting.id?.text ?? name(meeting.document)) + number + " " + quote(decision.title)
      guard let period else { return line + say("：没有公示", ": not posted") }
      let days = period.end - period.start
      return line + say("：只公示了 \(days) 天", ": posted for \(days) days only")
    }
  }
}
