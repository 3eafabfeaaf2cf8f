import Foundation
import HallCommands
import TestSupport
import HallWords
import Testing
@testable import HallGit

/// A hall whose parties have keys, and the real `ssh-keygen`.
final class SigningHall: Sendable {
  let hall: TestHall
  /// Where the keys are, outside the hall.
  let keys: URL

  static let item = """
    #### 决议 D1: 换泵

    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
    """

  static let path = "agendas/M-2025-008.md"

  /// - Parameter names: the keys to make, one for each party.
  init(charter: String = TestHall.charter, keys names: [String] = ["居民", "物业"]) throws {
    hall = try TestHall(
      [SigningHall.path: meeting(item: SigningHall.item).replacing("已召开", with: "已确认")],
      charter: charter)
    keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
    for name in names { try makeKey(name) }
    _ = hall.write("record")
  }

  deinit { try? FileManager.default.removeItem(at: keys) }

  func key(_ name: String) -> String { keys.appending(path: name).path(percentEncoded: false) }

  func makeKey(_ name: String, passphrase: String = "") throws {
    let words = ["-q", "-t", "ed25519", "-N", passphrase, "-C", "c", "-f", key(name)]
    let made = try #require(SystemPrograms().run(ProgramCall(["ssh-keygen"] + words)))
    #expect(made.isDone, "\(made.errorText)")
  }

  func context(now: Int = 1_764_550_800, console: any Console = SilentConsole()) -> CommandContext {
    var context = hall.context(environment: ["HALL_AUTHOR": "王五"], console: console)
    context.programs = SystemPrograms()
    context.now = now
    return context
  }

  func run(_ words: String...) -> Answer { CommandTable.answer(words, in: context()) }

  /// Signs as a party with its own key, enrolling it.
  @discardableResult
  func sign(_ party: String, with key: String? = nil, _ more: String...) -> Answer {
    let words = ["sign", "M-2025-008", "--as", party, "--key", self.key(key ?? party), "--enrol"]
    let answer = CommandTable.answer(words + more, in: context())
    #expect(answer.status == 0, "\(answer.errors)")
    return answer
  }

  /// The paths of the signatures, in order.
  var files: [String] {
    let folder = hall.folder.appending(path: "signatures").path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".md") }.sorted().map { "signatures/" + $0 }
  }

  /// The first of them.
  var file: String { files.first ?? "none" }

  /// The verdict of `verify` on each signature, such as `valid stands`.
  func verdicts() throws -> [String] {
    struct Answered: Decodable {
      struct Signature: Decodable {
        let verdict: String
        let standing: String?
      }
      let signatures: [Signature]
    }
    let answer = run("verify", "--json")
    let found = try JSONDecoder().decode(Answered.self, from: Data(answer.output.utf8)).signatures
    let isBad = found.contains { !["valid", "unchecked"].contains($0.verdict) }
    if isBad { #expect(answer.status == 1) }
    return found.map { $0.verdict + ($0.standing.map { " " + $0 } ?? "") }
  }

  var signers: String { "signatures/allowed_signers" }
}
