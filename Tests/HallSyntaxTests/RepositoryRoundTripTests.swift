import FoundationEssentials
import HallSyntax
import Testing

/// A Markdown file of this repository, and the kind it is read as.
struct RepositoryFile: Sendable, CustomTestStringConvertible {
  let path: String
  let kind: Document.Kind

  var testDescription: String { "\(path) as \(kind)" }

  static let root: String = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// Every file, as a meeting, and as the kind its path says.
  static let all: [RepositoryFile] = paths(in: "").filter { $0.hasSuffix(".md") }.sorted()
    .flatMap { path in
      ([.meeting] + ownKind(of: path)).map { RepositoryFile(path: path, kind: $0) }
    }

  /// Its bytes; those of a long file in parts of whole lines, or a test that reads the file again for
  /// each of its lines would cost the square of its length.
  var parts: [[UInt8]] {
    get throws {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: RepositoryFile.root + "/" + path)))
      var parts: [[UInt8]] = []
      var start = 0
      while start < bytes.count {
        let least = min(start + 4_096, bytes.count)
        let end = bytes[least...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        parts.append(Array(bytes[start..<end]))
        start = end
      }
      return parts
    }
  }

  /// The files below a folder, without hidden ones such as `.build`.
  private static func paths(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = folder.isEmpty ? name : folder + "/" + name
      var isFolder = false
      let exists = FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
      return exists && isFolder ? paths(in: path) : [path]
    }
  }

  private static func ownKind(of path: String) -> [Document.Kind] {
    let steps = path.split(separator: "/")
    guard let name = steps.last else { return [] }
    if name == "hall.md" { return [.hall] }
    if name == "roster.md" { return [.roster] }
    if name.hasPrefix("Q-") || steps.contains("matters") { return [.matter] }
    return []
  }
}

@Suite("Every Markdown file of the repository")
struct RepositoryRoundTripTests {
  @Test("tiles, whole and cut at each byte", arguments: RepositoryFile.all)
  func roundTrips(_ file: RepositoryFile) throws {
    for part in try file.parts { expectRoundTrip(part, file.kind) }
  }

  /// Common slips in a line: it is gone, doubled, indented, or has lost its newline.
  @Test("tiles with each line changed", arguments: RepositoryFile.all)
  func mutations(_ file: RepositoryFile) throws {
    for part in try file.parts { expectTiles(part, file) }
  }

  private func expectTiles(_ bytes: [UInt8], _ file: RepositoryFile) {
    guard EncodingFault(in: bytes) == nil else { return }
    var start = 0
    var slip = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      var changed = bytes
      switch slip % 4 {
      case 0: changed.removeSubrange(start..<end)
      case 1: changed.insert(contentsOf: bytes[start..<end], at: start)
      case 2: changed.insert(contentsOf: "  ".utf8, at: start)
      default: changed.remove(at: end - 1)
      }
      let document = Document(path: file.path, kind: file.kind, bytes: changed)
      if let fault = NodeChecker(changed).fault(in: document, length: changed.count) {
        Issue.record("line at byte \(start), slip \(slip % 4): \(fault)")
        return
      }
      start = end
      slip += 1
    }
  }

  @Test("read up to an offset, has all of the tasks up to there", arguments: RepositoryFile.all)
  func asFarAsATask(_ file: RepositoryFile) throws {
    for part in try file.parts {
      expectTasks(in: SourceFile(path: file.path, kind: file.kind, bytes: part))
    }
  }

  private func expectTasks(in source: SourceFile) {
    let whole = source.document
    func tasks(in document: Document, through last: Int) -> [[Slice]] {
      document.nodes.indices.filter {
        document.nodes[$0].kind == .task && document.nodes[$0].range.lowerBound <= last
      }.map { task in
        let parts = [task] + document.fields(of: task)
        return parts.flatMap {
          [document.slice(document.nodes[$0].key), document.slice(document.nodes[$0].value)]
        }
      }
    }
    for last in source.bytes.indices where last.isMultiple(of: 40) || source.bytes[last] == 0x5B {
      let part = Document(source, through: last)
      guard tasks(in: part, through: last) == tasks(in: whole, through: last) else {
        Issue.record("read through byte \(last)")
        return
      }
    }
  }

  @Test("there are such files")
  func thereAreSome() {
    #expect(!RepositoryFile.all.isEmpty)
  }

  @Test(
    "the same holds for a file with everything in it",
    arguments: [
      Document.Kind.hall, .matter, .meeting, .roster, .ballots, .other,
    ])
  func everything(_ kind: Document.Kind) {
    for text in [Self.text, Self.text.replacing("\n", with: "\r\n"), "\u{FEFF}" + Self.text] {
      expectRoundTrip(Array(text.utf8), kind)
    }
    expectRoundTrip(Array(Self.text.replacing("---\n", with: "----\n").utf8), kind)
    expectRoundTrip(Array(("---\n甲: 乙\n# 题\n" + Self.text).utf8), kind)
    expectRoundTrip(Array(Self.text.utf8) + [0xFF], kind)
  }

  static let text = """
    ---
    会议: M-2025-008
    # 注
    没有冒号
    ---

    # 题 #
    ## 进展
    - 2025-03-02 收集: 报告
    - [x] T1 会商
      - 负责: 市政

        缩进的话
    ## 名册
    | 姓名 | 方 |
    | --- | :-: |
    | 张三 \\| | 居民
    a|b
    -|-
    - [ ] T9 甲|乙
    ## 议程
    ### 一、换管
    - 问题: Q-2025-014
      - 嵌套: 甲
    <!-- 注
    ## 假 --> 尾
    ```diff
    --- a
    ```
    1. ~~~
       ## 假
       ~~~
    #### 表决 2: 换
    - 选项 甲：12户 86.40㎡
    #### 决议D1：换
    - [-] T2 不做
    \t- 期限: 长期
    　- 标准: 三
    > 引用
    ---
    - 反对: 怕
    #### Vote of thanks
    <!-->
    # 又一个
    ~~~~
    ~~~
    没有关上
    """
}
