import Foundation
import TestSupport
import Testing

/// The real program, run several times at once.
@Suite("The real program", .serialized, .needs(.builtProgram))
struct RealProgramTests {
  private let path = ReadingTests.path

  /// A hall whose meeting has two revisions, with their texts in the files `1` and `2`.
  private func hall() throws -> TestHall {
    let hall = try ReadingTests.hall()
    try hall.write(Data(hall.text(path).utf8), to: "2")
    try hall.write(Data(hall.text(path).replacing("同意: 6", with: "同意: 5").utf8), to: "1")
    return hall
  }

  private func revisions(_ hall: TestHall) -> Int {
    hall.text("history/M-2025-008.md").split(separator: "\n").count { $0.hasPrefix("* chain: ") }
  }

  @Test("twenty processes writing to one document lose no revision")
  func atOnce() throws {
    let program = try RealProgram.path
    let hall = try hall()
    let each = TestRun.isLong ? 50 : 10
    let script = """
      made=0 tries=0 to=1
      while [ $made -lt \(each) ]; do
        tries=$((tries + 1)); [ $tries -le 20000 ] || { echo "gave up"; exit; }
        if answer=$("$hall" restore 8 $to 2>&1); then
          case $answer in *已记下*) made=$((made + 1));; esac
          to=$((3 - to))
        else
          case $answer in *刚刚被别人改过*) ;; *) echo "$answer"; exit;; esac
        fi
      done
      echo made >> made
      """
    let runs = try (1...20).map { _ in
      try RealProgram.start(script, hall: program, in: hall.folder)
    }
    for run in runs {
      let said = run.said()
      #expect(said.isEmpty, "\(said.prefix(500))")
    }
    #expect(hall.text("made").split(separator: "\n").count == 20)
    #expect(revisions(hall) == 2 + 20 * each)
    #expect(hall.run("verify").status == 0)
    #expect([hall.text("1"), hall.text("2")].contains(hall.text(path)))
  }
}
