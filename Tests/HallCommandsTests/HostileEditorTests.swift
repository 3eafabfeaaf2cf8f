import Foundation
import HallCommands
import Synchronization
import Testing

/// Editors that fail, are killed, or leave garbage.
@Suite("The text survives its editor")
struct HostileEditorTests {
  private static let path = EditCommandTests.path
  private static let draft = EditCommandTests.draft

  /// What an editor does to the file, and how it ends.
  struct Editor: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The message about it.
    var said: String
    var status: Int32? = 0
    /// Whether the text it leaves is kept as a draft.
    var keeps = true
    let work: @Sendable (URL) throws -> Void

    func run(_ words: [String]) -> Int32? {
      attempt { try work(URL(filePath: words.last ?? "")) }
      return status
    }
  }

  private static func leaves(_ bytes: [UInt8]) -> @Sendable (URL) throws -> Void {
    { try Data(bytes).write(to: $0) }
  }

  static let editors: [Editor] = [
    Editor(
      testDescription: "nonsense", said: "没有「---」之间的信息",
      work: leaves(Array("胡言\u{1B}[31m乱语 ---\n## 表决\n".utf8))),
    Editor(testDescription: "fails", said: "状态 3", status: 3, work: leaves(Array("写了一半".utf8))),
    Editor(
      testDescription: "is killed", said: "被强行结束了", status: nil, work: leaves(Array("写了一半".utf8))),
    Editor(
      testDescription: "is killed below the shell", said: "被强行结束了", status: 137,
      work: leaves([0x61])),
    Editor(
      testDescription: "a NUL", said: "不是 UTF-8 文字",
      work: leaves(Array("---\n会议: M-2025-008\n---\n\u{0}\n".utf8))),
    Editor(
      testDescription: "GB18030", said: "不是 UTF-8 文字", work: leaves([0xD2, 0xE9, 0xCA, 0xC2, 0x0A])),
    Editor(testDescription: "UTF-16", said: "不是 UTF-8 文字", work: leaves([0xFF, 0xFE, 0x2D, 0x00])),
    Editor(testDescription: "nothing", said: "空文件", keeps: false, work: leaves([])),
    Editor(
      testDescription: "removes it", said: "删掉了", keeps: false,
      work: { try FileManager.default.removeItem(at: $0) }),
    Editor(
      testDescription: "removes it and fails", said: "状态 1", status: 1, keeps: false,
      work: { try FileManager.default.removeItem(at: $0) }),
    Editor(
      testDescription: "is not there", said: "找不到编辑器「ed」", status: 127, keeps: false, work: { _ in }
    ),
    Editor(testDescription: "fails at once", said: "状态 1", status: 1, keeps: false, work: { _ in }),
  ]

  @Test(
    "the text an editor leaves is kept, and the document stays unchanged", arguments: editors,
    [true, false])
  func first(editor: Editor, isTerminal: Bool) throws {
    let hall = try EditCommandTests.hall()
    let before = hall.text(Self.path)
    let history = hall.text(EditCommandTests.history)
    let left = Mutex<Data?>(nil)
    let result = EditCommandTests.edit(
      hall, ["edit", "M-2025-008"], answers: ["2"], isTerminal: isTerminal
    ) { words in
      defer {
        let found = try? Data(contentsOf: URL(filePath: words.last ?? ""))
        left.withLock { $0 = found }
      }
      return editor.run(words)
    }
    #expect(hall.text(Self.path) == before)
    #expect(hall.text(EditCommandTests.history) == history)
    let said = result.answer.errors + result.answer.output
    #expect((result.shown + said).contains(editor.said), "\(result.shown)\(said)")
    if editor.keeps {
      #expect(try Data(contentsOf: hall.folder.appending(path: Self.draft)) == left.withLock { $0 })
      #expect(said.contains("草稿还在：\(Self.draft)\n"), "\(said)")
      #expect(!result.shown.contains("\u{1B}"))
      if editor.status == 0, isTerminal {
        #expect(result.answer.status == 0)
      } else {
        #expect(result.answer.status == 2)
      }
    } else {
      #expect(result.answer.status == 2)
      #expect(said.contains("「M-2025-008」没有改动"), "\(said)")
      #expect(hall.text(Self.draft).isEmpty)
    }
  }

  @Test("a kept draft survives whatever the next editor does", arguments: editors)
  func second(editor: Editor) throws {
    let hall = try EditCommandTests.hall()
    let before = hall.text(Self.path)
    _ = EditCommandTests.edit(
      hall, editor: EditCommandTests.editor(status: 1) { $0 + "\n打了很久的字。\n" })
    let typed = hall.text(Self.draft)
    #expect(typed.hasSuffix("打了很久的字。\n"))
    _ = EditCommandTests.edit(hall, answers: ["1", "2"]) { editor.run($0) }
    #expect(hall.text(Self.path) == before)
    let folder = hall.folder.appending(path: ".hall/drafts")
    let texts = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    .map { hall.text(".hall/drafts/" + $0) }
    #expect(texts.contains(typed))
    if !editor.keeps { #expect(hall.text(Self.draft) == typed) }
  }

  @Test(
    "a link or a folder in place of the draft is neither read nor touched",
    arguments: [true, false])
  func links(isLink: Bool) throws {
    let hall = try EditCommandTests.hall()
    let before = hall.text(Self.path)
    try hall.write(Data("外面的字\n".utf8), to: "别的.txt")
    let file = hall.folder.appending(path: "别的.txt")
    _ = EditCommandTests.edit(
      hall, editor: EditCommandTests.editor(status: 1) { $0 + "\n打了很久的字。\n" })
    let typed = hall.text(Self.draft)
    let result = EditCommandTests.edit(hall, answers: ["1"]) { words in
      let draft = URL(filePath: words.last ?? "")
      attempt {
        try FileManager.default.removeItem(at: draft)
        if isLink {
          try FileManager.default.createSymbolicLink(at: draft, withDestinationURL: file)
        } else {
          try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
        }
      }
      return 0
    }
    #expect(result.answer.status == 2)
    #expect(result.answer.errors.contains("不是普通文件"), "\(result.answer.errors)")
    #expect(hall.text(Self.path) == before)
    #expect(hall.text("别的.txt") == "外面的字\n")
    #expect(hall.text(".hall/drafts/M-2025-008.before") == typed)
    let next = EditCommandTests.edit(hall, editor: { _ in 0 })
    #expect(next.answer.status == 2)
    #expect(next.runs == 0)
    // Once it is removed, the typed text is offered again.
    try FileManager.default.removeItem(at: hall.folder.appending(path: Self.draft))
    let last = EditCommandTests.edit(hall, answers: ["4"], editor: { _ in 0 })
    #expect(last.answer.status == 0, "\(last.answer.errors)")
    #expect(hall.text(Self.path) == typed)
  }

  @Test(
    "the draft is kept if the document or hall.md is gone when the editor ends",
    arguments: [path, "hall.md"])
  func gone(file: String) throws {
    let hall = try EditCommandTests.hall()
    let result = EditCommandTests.edit(hall, answers: ["4"]) { words in
      attempt { try FileManager.default.removeItem(at: hall.folder.appending(path: file)) }
      return EditCommandTests.editor { $0 + "\n打了很久的字。\n" }(words)
    }
    #expect(result.answer.status == 2)
    #expect(result.answer.errors.contains("草稿还在"))
    #expect(hall.text(Self.draft).hasSuffix("打了很久的字。\n"))
  }

  @Test("the file that nano saves when it is killed becomes the draft")
  func nano() throws {
    let hall = try EditCommandTests.hall()
    let result = EditCommandTests.edit(hall) { words in
      let text = hall.text(Self.path) + "\n打了很久的字。\n"
      attempt {
        try Data(text.utf8).write(to: URL(filePath: (words.last ?? "") + ".save"))
      }
      return 1
    }
    #expect(result.answer.errors.contains("草稿还在"))
    // After a dry run, the text is where the message says that the draft is.
    let dry = EditCommandTests.edit(
      hall, ["edit", "8", "-n"], answers: ["4"], editor: { _ in nil })
    #expect(dry.answer.errors.contains("草稿还在：\(Self.draft)\n"))
    #expect(hall.text(Self.draft).hasSuffix("打了很久的字。\n"))
    let next = EditCommandTests.edit(hall, answers: ["1"], editor: { _ in 0 })
    #expect(next.answer.status == 0)
    #expect(hall.text(Self.path).hasSuffix("打了很久的字。\n"))
    #expect(hall.text(Self.draft + ".save").isEmpty)
  }

  @Test("only its owner may read a draft")
  func mode() throws {
    let hall = try EditCommandTests.hall()
    let console = EditCommandTests.edit(hall) { words in
      let facts = try? FileManager.default.attributesOfItem(atPath: words.last ?? "")
      return (facts?[.posixPermissions] as? NSNumber)?.intValue == 0o600 ? 42 : 0
    }
    #expect(console.answer.errors.contains("状态 42"))
  }

  @Test("a document can be edited in only one window at a time")
  func twice() throws {
    let hall = try EditCommandTests.hall()
    let seen = Mutex(Data())
    _ = EditCommandTests.edit(hall) { words in
      let other = EditCommandTests.edit(hall, editor: EditCommandTests.editor { $0 + "乱\n" })
      let said = Data(other.answer.errors.utf8)
      seen.withLock { $0 = said }
      #expect(other.runs == 0)
      return EditCommandTests.editor(EditCommandTests.five)(words)
    }
    #expect(String(decoding: seen.withLock { $0 }, as: UTF8.self).contains("正在另一个窗口里改"))
    #expect(hall.text(Self.path).contains("同意: 6"))
  }
}
