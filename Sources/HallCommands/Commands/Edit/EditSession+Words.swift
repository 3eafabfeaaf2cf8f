import HallHistory
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// The messages and questions of an edit.
extension EditSession {
  enum KeptChoice {
    case goOn, startOver, leave, record
  }

  enum Choice {
    case again, keep, discard, record
  }

  /// The path of the draft.
  var place: Phrase {
    Phrase(zh: "草稿还在：\(draft.shownPath)\n", en: "the draft is kept: \(draft.shownPath)\n")
  }

  /// The path of the draft, and how to continue with it.
  var kept: Phrase {
    Phrase(
      zh: place.zh + "提示：用「\(call.zh)」接着来\n",
      en: place.en + "hint: go on with '\(call.en)'\n")
  }

  var unchanged: Phrase {
    Phrase(zh: "「\(name)」没有改动\n", en: "'\(name)' is unchanged\n")
  }

  var noEditor: Refusal {
    .refused(
      Phrase(zh: "没有说用哪个编辑器", en: "no editor is set"),
      hint: Editor.hint)
  }

  /// A link or a folder stands in the draft's place.
  var noFile: Refusal {
    .refused(
      Phrase(
        zh: "「\(draft.shownPath)」不是普通文件，没有读它，也没有动它",
        en: "'\(draft.shownPath)' is not a regular file; it was neither read nor touched"),
      hint: Phrase(zh: "看看它是什么，移走以后再试", en: "look what it is, move it away and try again"))
  }

  /// Asks what to do with a draft left by an earlier edit.
  func offer(_ found: DraftFile.Kept) -> KeptChoice {
    let now = Document(path: draft.shownPath, kind: document.kind, bytes: found.text)
    let isOld = found.base != nil && found.base != base
    func summary(_ language: Language) -> String {
      let (changes, old) =
        language == .zh
        ? ("\n里面改了：", "\n留下草稿以后，文件又被改过")
        : ("\nIt changes: ", "\nThe file was changed since")
      guard now.fault == nil else { return isOld ? old : "" }
      return changes + ChangeSummary.text(from: found.base ?? base, to: now, language)
        + (isOld ? old : "")
    }
    let menu = Menu<KeptChoice>(
      Phrase(
        zh: "「\(name)」有一份上次没记下的草稿：\(draft.shownPath)" + summary(.zh),
        en: "'\(name)' has a draft that was not recorded: \(draft.shownPath)" + summary(.en)),
      [
        (.goOn, Phrase(zh: "接着改这份草稿", en: "go on with the draft")),
        (
          .startOver,
          Phrase(zh: "从现在的文件重新改（草稿另外放着）", en: "start from the file; the draft is put aside")
        ),
        (.leave, Phrase(zh: "先不动", en: "leave it for now")),
        (.record, Phrase(zh: "不用再改，就照草稿记下", en: "record the draft as it is")),
      ])
    return menu.ask(console, language) ?? .leave
  }

  /// Asks what to do with a text that has problems; nil keeps it as a draft.
  ///
  /// - Parameter record: the label for recording it all the same; nil if that is not possible.
  func ask(_ question: Phrase, record: Phrase? = nil) -> Choice {
    var choices: [(Choice, Phrase)] = [
      (.again, Phrase(zh: "再改一改", en: "edit again")),
      (.keep, Phrase(zh: "先留着草稿，以后再说", en: "keep the draft for later")),
      (.discard, Phrase(zh: "不要这些改动了", en: "discard these changes")),
    ]
    if let record { choices.append((.record, record)) }
    let menu = Menu(question, choices)
    while let choice = menu.ask(console, language) {
      guard case .discard = choice else { return choice }
      let prompt = Phrase(
        zh: "草稿里的改动就找不回来了，真的不要了吗？写「是」才丢掉：",
        en: "The changes in the draft will be lost. Discard them? yes/no: ")
      guard let line = console.line(Prompt(prompt[language])) else { return .keep }
      let word = FullWidth.name(Slice(line)).lowercased()
      if ["是", "是的", "y", "yes"].contains(word) { return .discard }
    }
    return .keep
  }
}
