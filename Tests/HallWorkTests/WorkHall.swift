import Foundation
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords

/// A hall in a folder of its own, gone with the test, and somebody who works on it.
final class WorkHall: Sendable {
  private let folder: URL

  static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 名册

    | 姓名 | 方   | 身份 |
    | ---- | ---- | ---- |
    | 王五 | 社区 |      |
    | 张三 | 居民 |      |
    | 钱七 | 居民 |      |

    """

  init(_ charter: String = WorkHall.charter) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "work-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(charter.utf8).write(to: folder.appending(path: "hall.md"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// 王五 at work; today is 2025-12-01, a Monday.
  func session(asks: Bool = false) throws -> Session {
    let path = folder.path(percentEncoded: false)
    let world = World(
      environment: ["HALL_AUTHOR": "王五"], workingDirectory: path, now: 1_764_550_800,
      machineOffset: 8 * 3600)
    var session = Session(try HallFolder(at: path), in: world, .zh)
    session.asks = asks
    return session
  }

  /// The hall as it is on the disk.
  func hall() throws -> Hall { try HallFolder(at: folder.path(percentEncoded: false)).load().0 }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}
