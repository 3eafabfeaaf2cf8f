import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing

/// The real program, killed at any moment.
@Suite("The real program, killed", .serialized, .needs(.builtProgram))
struct KilledProgramTests {
  private let path = ReadingTests.path

  enum Command: String, CaseIterable, CustomTestStringConvertible {
    /// Changes the history only.
    case record
    /// Change the document and the history.
    case restore, undo

    var testDescription: String { rawValue }
  }

  /// A hall with three revisions of its meeting, in a state where a command has something to do.
  private struct Scene {
    let hall: TestHall
    let words: [String]
    /// The text before the command, and after it.
    let old: String
    let new: String
  }

  private func scene(_ command: Command, _ hall: TestHall, round: Int) throws -> Scene {
    let stands = hall.text(path)
    let other = text(round)
    switch command {
    case .record:
      try hall.write(Data(other.utf8), to: path)
      return Scene(hall: hall, words: ["record"], old: other, new: other)
    case .restore:
      return Scene(
        hall: hall, words: ["restore", "8", "1"], old: stands,
        new: try recorded(hall).first)
    case .undo:
      return Scene(
        hall: hall, words: ["undo"], old: stands,
        new: try recorded(hall).beforeLast)
    }
  }

  private func text(_ round: Int) -> String {
    meeting(item: ReadingTests.item.replacing("同意: 5", with: "同意: \(round + 10)"))
  }

  /// The intact part of the history: the chain of each revision, and the texts after the first, the
  /// last but one and the last.
  private func recorded(
    _ hall: TestHall
  ) throws -> (chains: [String], first: String, beforeLast: String, last: String) {
    let ledger = Ledger(Array(hall.text("history/M-2025-008.md").utf8), of: path)
    #expect(ledger.fault == nil || ledger.tornFrom != nil)
    func text(_ number: Int) throws -> String {
      String(decoding: try ledger.text(after: number), as: UTF8.self)
    }
    let count = ledger.revisions.count
    return try (ledger.revisions.map(\.chain), text(1), text(count - 1), text(count))
  }

  /// A new hall: a history that grows through all rounds would only make them slower.
  private func freshHall(_ round: Int) throws -> TestHall {
    let hall = try ReadingTests.hall()
    try record(text(round), in: hall)
    return hall
  }

  private func record(_ text: String, in hall: TestHall) throws {
    try hall.write(Data(text.utf8), to: path)
    #expect(hall.write("record").status == 0)
  }

  @Test(
    "a command killed at any moment leaves the old or the new text, and the next one repairs it",
    arguments: Command.allCases)
  func killed(command: Command) throws {
    let program = try RealProgram.path
    // How long the command takes by itself, so that the moments are spread over all of it.
    var usual: [UInt64] = []
    for round in 0..<5 {
      let scene = try scene(command, try freshHall(round), round: round + 1)
      usual.append(try #require(try RealProgram.nanoseconds(program, scene.words, in: scene.hall)))
    }
    let longest = usual.sorted()[2] / 2 * 3
    var random = SplitMix64(seed: UInt64(Command.allCases.firstIndex(of: command) ?? 0) + 2025)
    let count = TestRun.isLong ? (command == .undo ? 100 : 200) : 20
    var killed = 0
    var hall = try freshHall(0)
    for round in 1...count {
      if round % 10 == 0 { hall = try freshHall(round) }
      if command != .record { try record(text(1000 + round), in: hall) }
      let scene = try scene(command, hall, round: round)
      let before = try recorded(hall).chains
      let delay = random.next() % longest
      if try RealProgram.wasKilled(program, scene.words, in: hall, after: delay) { killed += 1 }
      let moment: Comment = "round \(round), killed after \(delay / 1000) µs"
      let left = hall.text(path)
      #expect(left == scene.old || left == scene.new, moment)
      // A command that only writes when it has to; it finishes what the killed one began.
      #expect(try !RealProgram.wasKilled(program, ["record"], in: hall, after: nil), moment)
      let after = try recorded(hall)
      #expect(hall.run("verify").status == 0, moment)
      #expect(after.chains.starts(with: before), moment)
      #expect(after.last == hall.text(path), moment)
      #expect(after.last == scene.old || after.last == scene.new, moment)
      if left == scene.new { #expect(after.last == left, moment) }
      let hidden = try FileManager.default.subpathsOfDirectory(
        atPath: hall.folder.path(percentEncoded: false)
      ).filter {
        $0.hasSuffix(".hall-new") || $0.contains("pending") || $0.contains(".hall/history")
      }
      #expect(hidden.isEmpty, moment)
    }
    #expect(killed > 0)
  }
}

extension RealProgram {
  /// Starts a call without a shell in between, so that it can be killed to the microsecond.
  private static func spawn(_ program: String, _ words: [String], in hall: TestHall) throws -> pid_t
  {
    let folder = hall.folder.path(percentEncoded: false)
    let environment = ["HALL_AUTHOR=王五", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"]
    var arguments = ([program, "--hall", folder] + words).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    try #require(posix_spawn(&process, program, &actions, nil, &arguments, &variables) == 0)
    return process
  }

  /// Runs a call and kills it after so many nanoseconds; returns whether it was still running.
  /// A call that ends by itself must succeed.
  static func wasKilled(
    _ program: String, _ words: [String], in hall: TestHall, after delay: UInt64?
  ) throws -> Bool {
    let process = try spawn(program, words, in: hall)
    if let delay {
      var pause = timespec(
        tv_sec: Int(delay / 1_000_000_000), tv_nsec: Int(delay % 1_000_000_000))
      nanosleep(&pause, nil)
      kill(process, SIGKILL)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if status & 0x7F == SIGKILL { return true }
    #expect(status == 0, "\(words)")
    return false
  }

  /// How long a call takes.
  static func nanoseconds(
    _ program: String, _ words: [String], in hall: TestHall
  ) throws -> UInt64? {
    let clock = ContinuousClock()
    var wasKilled = true
    let time = try clock.measure {
      wasKilled = try RealProgram.wasKilled(program, words, in: hall, after: nil)
    }
    let parts = time.components
    return wasKilled
      ? nil : UInt64(parts.seconds) * 1_000_000_000 + UInt64(parts.attoseconds / 1_000_000_000)
  }
}
