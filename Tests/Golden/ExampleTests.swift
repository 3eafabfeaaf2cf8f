import Foundation
import HallCommands
import HallModel
import HallSyntax
import HallWords
import TestSupport
import Testing
@testable import HallGit

/// Every example that help gives is a call that works, in a copy of a sample hall: the Chinese ones in
/// `samples/xingannanlu`, the English ones in `samples/riverside`.
@Suite("The examples of help", .needs(.git, .sshKeygen, .tar))
struct ExampleTests {
  /// What has to be there before the examples of a command are made, in either language.
  private struct Setup {
    /// Calls of `hall`.
    var calls = Phrase(both: "")
    /// Lines of a shell.
    var shell = ""
    /// Whether the examples are made beside the hall, not in it.
    var isOutside = false
    /// Seconds since 1970; nil for the usual day, 2025-12-01.
    var now: Int?
  }

  /// 2025-12-11 19:30 in Beijing: the day of the meetings that are to come.
  private static let evening = 1_765_452_600

  private static let repository = """
    git init --quiet --initial-branch=main && git config user.name 王五
    git config user.email wang@example.org && git add . && git commit --quiet -m 一
    printf '\\n' >> hall.md && git commit --quiet -a -m 二
    git init --quiet --bare ../shared.git && git remote add origin ../shared.git
    git push --quiet --set-upstream origin main
    """

  private static let setups: [String: Setup] = [
    "check": Setup(shell: repository), "share": Setup(shell: repository),
    "review": Setup(shell: repository), "git-setup": Setup(shell: repository),
    "init": Setup(
      shell: """
        roster() { awk -F ' *[|] *' '/^[|] [^-]/ {print $2","$3","$4","$5","$6","$7}' hall.md; }
        roster > 业主.csv; roster > owners.csv
        """),
    "vote": Setup(
      shell: """
        printf '户,意见\\n华建2-3-202,同意\\n' > 纸票.csv
        printf 'unit,ballot\\n1-2-301,for\\n' > ballots.csv
        """),
    "answer": Setup(
      calls: Phrase(
        zh: "hall 异议 M-2025-008-D1 居民/周九 挡住消防通道",
        en: "hall object M-2025-004-D1 \"residents/Ben Okafor\" \"too near the window\"")),
    "approve": Setup(calls: Phrase(zh: "", en: "hall tally M-2025-004 --write")),
    "demo": Setup(isOutside: true),
    "hold": Setup(now: evening), "minute": Setup(now: evening),
    "undo": Setup(
      calls: Phrase(
        zh: "hall 问题 新增 一\nhall 问题 新增 二", en: "hall matter add one\nhall matter add two")),
    "restore-from": Setup(
      calls: Phrase(
        zh: "hall 备份 ../hall-2025-12.tar.gz\nhall 备份 ../交接 --交接",
        en: "hall backup ../hall-2025-12.tar.gz\nhall backup ../hand-over --hand-over")),
    "sign": Setup(shell: "mkdir ../.ssh && ssh-keygen -q -t ed25519 -N '' -f ../.ssh/id_ed25519"),
    "merge-file": Setup(
      shell: "for x in O A B; do cat agendas/M-2025-003.md > \"../%$x\"; done"),
  ]

  /// A next meeting, which riverside does not have.
  private static let next = """
    hall new "December meeting" --on 2025-12-11 --at 19:00 --item "The racks" --item "The benches" \
    --item "The gate"
    """

  private static let cases: [(name: String, language: Language)] =
    CommandTable.commands.flatMap { spec in [(spec.name, Language.zh), (spec.name, .en)] }

  @Test("each of them can be typed as it stands", arguments: cases)
  func replays(name: String, language: Language) throws {
    let spec = try #require(CommandTable.commands.first { $0.name == name })
    #expect(!spec.examples.isEmpty)
    let setup = Self.setups[name] ?? Setup()
    let place = try ExampleHall(language, now: setup.now, isOutside: setup.isOutside)
    if language == .en, !setup.isOutside { #expect(place.run(Self.next).status == 0) }
    let prepared = try RealProgram.start(setup.shell, hall: "hall", in: place.hall).said()
    #expect(prepared.isEmpty, "\(prepared)")
    for call in setup.calls[language].split(separator: "\n") {
      let answer = place.run(String(call))
      #expect(answer.status == 0, "\(answer.errors)")
    }
    for example in spec.examples {
      let answer = place.run(example[language])
      #expect(answer.status < 2, "\(example[language])\n\(answer.errors)")
    }
  }

  @Test("those in Chinese are in Chinese words, and those in English in English ones")
  func words() {
    for spec in CommandTable.commands {
      for example in spec.examples {
        let zh = TypedCall.split(example.zh)
        let names = zh.dropFirst().filter { $0.hasPrefix("--") }.map {
          String($0.prefix { $0 != "=" })
        }
        for name in names {
          #expect(spec.allOptions.contains { $0.chinese == name }, "\(example.zh): \(name)")
        }
        if zh.count > 1, !zh[1].hasPrefix("-") {
          #expect(zh[1].unicodeScalars.contains { !$0.isASCII }, "\(example.zh)")
        }
        #expect(
          example.en.unicodeScalars.allSatisfy { $0.isASCII || "…".unicodeScalars.contains($0) })
      }
    }
  }
}

/// A copy of a sample hall, and calls within it.
private final class ExampleHall {
  let outside: TestFolder
  let hall: URL
  private let context: CommandContext

  init(_ language: Language, now: Int?, isOutside: Bool) throws {
    outside = try TestFolder()
    hall = outside.url.appending(path: "hall")
    let sample = language == .zh ? "samples/xingannanlu" : "samples/riverside"
    try FileManager.default.copyItem(at: Repository.root.appending(path: sample), to: hall)
    var context = Repository.context(
      in: isOutside ? outside.url : hall,
      environment: ["HALL_AUTHOR": language == .zh ? "王五" : "Leo Marsh", "EDITOR": "true"])
    if let now { context.now = now }
    context.programs = SystemPrograms()
    context.console = EmptyConsole()
    context.programPath = { "/usr/local/bin/hall" }
    self.context = context
  }

  /// Makes a call as a shell would: where its answer goes, or what reads it, is left out.
  func run(_ call: String) -> Answer {
    var words = TypedCall.split(call)
    if let end = words.firstIndex(where: { [">", "<", "|"].contains($0) }) {
      words.removeSubrange(end...)
    }
    words = words.dropFirst().map(meant)
    return CommandTable.answer(words, in: context)
  }

  /// What stands for something that no page can know.
  private func meant(_ word: String) -> String {
    if word == "sha256:…" { return chain }
    if word.hasPrefix("~/") { return outside.path + word.dropFirst(1) }
    switch word {
    case "%O", "%A", "%B": return outside.path + "/" + word
    case "%L": return "7"
    case "%P": return "agendas/M-2025-003.md"
    default: return word
    }
  }

  /// The last chain digest of the meeting that the examples of `verify` name.
  private var chain: String {
    let name =
      FileManager.default.fileExists(atPath: hall.path() + "/agendas/M-2025-008.md") ? 8 : 3
    let history = try? String(
      contentsOf: hall.appending(path: "history/M-2025-00\(name).md"), encoding: .utf8)
    let lines = history?.split(separator: "\n").filter { $0.hasPrefix("* chain: ") } ?? []
    return lines.last.map { String($0.dropFirst("* chain: ".count)) } ?? ""
  }
}

/// No person, nothing piped in; an editor that changes nothing.
private struct EmptyConsole: Console {
  var isInteractive: Bool { false }
  func show(_ text: String) {}
  func line(_ prompt: Prompt) -> String? { nil }
  func rest() -> [UInt8] { [] }
  func run(_ words: [String]) -> Int32? { 0 }
}
