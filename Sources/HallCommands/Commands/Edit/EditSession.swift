import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// One document being edited: a draft in the editor, as often as needed, until it is recorded, kept
/// for later, or discarded.
struct EditSession {
  let invocation: Invocation
  let language: Language
  /// For example `M-2025-008`, or `hall`.
  let name: String
  let draft: DraftFile
  /// The text the draft is based on.
  var base: [UInt8]
  /// The text being edited.
  var text: [UInt8]
  /// The document when the session began.
  let document: Document
  private let editor: Editor?
  /// The line of the first error in the text, once it has been judged.
  var faultyLine: Int?

  var console: any Console { invocation.context.console }
  /// Whether approved text may change.
  var isAmending: Bool { invocation.amending != nil }
  /// The call that continues with the draft.
  var call: Phrase {
    isAmending
      ? Phrase(zh: "hall 修正 \(name) -m 理由", en: "hall amend \(name) -m WHY")
      : Phrase(zh: "hall 编辑 \(name)", en: "hall edit \(name)")
  }

  init(
    of document: Document, in change: Change, _ invocation: Invocation
  ) throws(Refusal) {
    self.invocation = invocation
    language = change.language
    self.document = document
    guard let place = HistoryPlace(of: document) else {
      throw .refused(
        Phrase(
          zh: "「\(document.path)」没有编号，不能这样改", en: "'\(document.path)' has no identifier"),
        hint: Phrase(
          zh: "直接用编辑器打开它，在开头写上编号", en: "open the file itself and write one in its front matter"))
    }
    let namesakes = change.hall.documents.filter { HistoryPlace(of: $0) == place }
    if let other = namesakes.first(where: { $0.path != document.path }) {
      throw .refused(
        Phrase(
          zh: "「\(document.path)」和「\(other.path)」编号相同，不能这样改",
          en: "'\(document.path)' and '\(other.path)' have the same identifier"),
        hint: Phrase(
          zh: "直接用编辑器打开文件，改掉其中一个编号", en: "open one of the files itself and give it another"))
    }
    // A missing author is reported before the person writes anything.
    _ = try change.session.author(change.charter)
    name = place.name
    draft = DraftFile(place.name, in: change.loaded.folder)
    base = document.bytes
    text = document.bytes
    editor = Editor(invocation.context.environment, fallsBack: invocation.canAsk)
  }

  /// Runs the editor until the text is recorded, kept or discarded.
  mutating func run(_ answer: inout Answer) throws(Refusal) {
    let held = try onDisk { () throws(HallWriter.Failure) in try draft.lock() }
    guard let held else {
      throw .refused(
        Phrase(zh: "「\(name)」正在另一个窗口里改", en: "'\(name)' is being edited in another window"),
        hint: Phrase(zh: "先把那边改完、关上编辑器", en: "finish there and close the editor first"))
    }
    defer { held.release() }
    var isEdited = false
    switch try takeUp() {
    case .edit: break
    case .asItIs: isEdited = true
    case .leave:
      answer.output += kept[language]
      return
    }
    if !isEdited, let wayOut = editor?.wayOut(invocation.context.findProgram) {
      console.show(wayOut[language])
      let opens = Phrase(zh: "按回车打开 vi：", en: "press Enter to open vi: ")
      guard console.line(Prompt(opens[language])) != nil else { return }
    }
    while true {
      if !isEdited, editor == nil { throw noEditor }
      try onDisk { () throws(HallWriter.Failure) in try draft.hand(text, madeOn: base) }
      if !isEdited, let editor {
        let end = editor.edit(draft.path, at: faultyLine, console)
        guard try takeBack(editor.phrase(end), hint: end == .notFound, &answer) else { return }
      }
      // From here on the text is safe in the draft, whatever goes wrong.
      do throws(Refusal) {
        if try judge(&answer) == .over { return }
      } catch {
        keep(error.text(language), &answer)
        return
      }
      isEdited = false
    }
  }

  private enum Start {
    case edit, asItIs, leave
  }

  /// Continues with the draft of an earlier edit, or puts it aside.
  private mutating func takeUp() throws(Refusal) -> Start {
    if try onDisk({ () throws(HallWriter.Failure) in try draft.text() }) == .notAFile {
      throw noFile
    }
    let found = try onDisk { () throws(HallWriter.Failure) in try draft.kept() }
    guard let found, found.text != document.bytes else { return .edit }
    func goOn() {
      text = found.text
      base = found.base ?? document.bytes
    }
    if found.text == found.base {
      // Nothing was saved in it, and it is older than the document: it is of use only to an editor
      // that has its own recovery file.
      if draft.hasEditorNotes {
        goOn()
      } else {
        try onDisk { () throws(HallWriter.Failure) in try draft.remove() }
      }
      return .edit
    }
    guard invocation.canAsk else {
      // The reason of an amendment shows that the draft is meant.
      guard isAmending else {
        throw .refused(
          Phrase(
            zh: "「\(name)」有一份没记下的草稿：\(draft.shownPath)",
            en: "'\(name)' has a draft that is not recorded: \(draft.shownPath)"),
          hint: Phrase(
            zh: "在终端里用「hall 编辑 \(name)」接着改；不要它就删掉这个文件",
            en: "go on with it by 'hall edit \(name)' on a terminal, or remove the file"))
      }
      goOn()
      return .asItIs
    }
    switch offer(found) {
    case .goOn:
      goOn()
      return .edit
    case .record:
      goOn()
      return .asItIs
    case .startOver:
      let place = try onDisk { () throws(HallWriter.Failure) in try draft.setAside() }
      console.show(
        Phrase(zh: "原来的草稿放在 \(place)\n", en: "The draft is now \(place)\n")[language])
      return .edit
    case .leave: return .leave
    }
  }

  /// Takes the text that the editor has left; false if there is nothing to continue with.
  ///
  /// - Parameters:
  ///   - failure: how the editor failed, if it did.
  ///   - hint: whether to suggest another editor.
  private mutating func takeBack(
    _ failure: Phrase?, hint: Bool, _ answer: inout Answer
  ) throws(Refusal) -> Bool {
    let left = try onDisk { () throws(HallWriter.Failure) in try draft.text() }
    let what: Phrase
    switch (left, failure) {
    case (.notAFile, _): throw noFile
    case (.text(let bytes), nil) where !bytes.isEmpty:
      text = bytes
      return true
    case (.none, nil):
      what = Phrase(zh: "编辑器把草稿删掉了", en: "the editor has removed the draft")
    case (_, let failure):
      what = failure ?? Phrase(zh: "编辑器存下的是空文件", en: "the editor has left an empty file")
    }
    let kept = try onDisk { () throws(HallWriter.Failure) in
      let kept = try draft.kept()
      // If the editor left nothing, the text it was given is restored.
      if left == .none || left == .text([]), let kept, kept.text == text {
        try draft.hand(text, madeOn: base)
      }
      return kept
    }
    let message = Refusal.refused(what, hint: hint ? Editor.hint : nil).text(language)
    if let kept, kept.text != base || draft.hasEditorNotes {
      keep(message, &answer)
    } else {
      try onDisk { () throws(HallWriter.Failure) in try draft.remove() }
      answer.errors += message + unchanged[language]
      answer.raise(to: 2)
    }
    return false
  }

  /// Reports what went wrong, and where the draft is.
  func keep(_ message: String, _ answer: inout Answer) {
    answer.errors += message + kept[language]
    answer.raise(to: 2)
  }

  func onDisk<Value>(
    _ work: () throws(HallWriter.Failure) -> Value
  ) throws(Refusal) -> Value {
    do throws(HallWriter.Failure) { return try work() } catch { throw .writing(error) }
  }
}
