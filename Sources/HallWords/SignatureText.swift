import HallChecks
import HallModel
import HallStore
import HallSyntax

/// Who signed what, for people and for scripts.
extension SignatureFinding {
  /// `居民/张三`, or the file if it does not say.
  package var signer: String {
    if party.isEmpty { return file.path }
    return party + (person.map { "/" + $0 } ?? "")
  }

  /// The cells of one line: who, which revision, when, and the verdict.
  package func cells(_ language: Language) -> [String] {
    let number = Phrase(zh: "第 \(revision) 版", en: "revision \(revision)")[language]
    return [
      signer, revision > 0 ? number : "",
      at.isEmpty ? "" : String(at.prefix(16).replacing("T", with: " ")),
    ]
  }

  /// The verdict, in one line.
  package func worth(_ language: Language, _ style: Style) -> String {
    if verdict.isBad {
      return style.red(
        Phrase(zh: "不算数：", en: "does not hold: ")[language]
          + VisibleText.line(verdict.reason[language]))
    }
    var words: [String] = []
    if verdict == .unchecked {
      words.append(
        style.magenta(
          Phrase(zh: "没有核对：", en: "not checked: ")[language] + verdict.reason[language]))
    } else if !isLeftBehind {
      words.append(style.good(verdict.reason[language]))
    }
    if let now = revisionNow {
      words.append(
        Phrase(zh: "合并以后是第 \(now) 版", en: "revision \(now) since histories were joined")[language])
    }
    if let standing = standingPhrase {
      let renewed =
        isRenewed ? Phrase(zh: "，已再签", en: "; signed again since")[language] : ""
      let text = Phrase(
        zh: "签的是第 \(revision) 版，\(standing.zh)",
        en: "of revision \(revision); \(standing.en)")[language]
      words.append((isLeftBehind && !isRenewed ? style.magenta(text) : text) + renewed)
    }
    return words.joined(separator: language.say("；", "; "))
  }

  /// The verdict in machine formats.
  var verdictName: String {
    switch verdict {
    case .valid: "valid"
    case .malformed: "malformed"
    case .altered: "altered"
    case .otherPurpose: "other_namespace"
    case .unknownKey: "unknown_key"
    case .keyForOthers: "key_for_others"
    case .expired: "expired"
    case .notYetValid: "not_yet_valid"
    case .otherText: "content"
    case .otherHistory: "chain"
    case .noRevision: "no_revision"
    case .damagedHistory: "history"
    case .refused: "refused"
    case .unchecked: "unchecked"
    }
  }

  package var json: JSONValue {
    func text(_ value: String) -> JSONValue { value.isEmpty ? .null : .string(value) }
    return [
      "document": .string(name), "revision": JSONValue(revision > 0 ? revision : nil),
      "party": text(party), "person": JSONValue(person), "at": text(at), "key": text(key),
      "verdict": .string(verdictName), "standing": JSONValue(standing?.rawValue),
      "left_behind": .bool(isLeftBehind), "left_behind_by": JSONValue(leftBehindBy),
      "renewed": .bool(isRenewed), "revision_now": JSONValue(revisionNow),
      "file": .string(file.path),
    ]
  }
}

extension [SignatureFinding] {
  /// A line for each, in columns; where that is too long, the verdict is on the line below.
  ///
  /// - Parameters:
  ///   - width: the columns to fit into, if the output is a terminal.
  ///   - named: whether each line names its document.
  package func lines(
    _ language: Language, _ style: Style, width: Int?, named: Bool = false
  ) -> [String] {
    let rows = map { finding in (named ? [finding.name] : []) + finding.cells(language) }
    return zip(self, TextTable.aligned(rows, style)).map { finding, who in
      let plain = finding.worth(language, Style(isColoured: false))
      let isLong = width.map { DisplayWidth.of(who + plain) + 4 > $0 } ?? false
      return "  " + who + (isLong ? "\n      " : "  ") + finding.worth(language, style) + "\n"
    }
  }
}
