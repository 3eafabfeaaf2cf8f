import Foundation

/// The built program, where it stands beside the tests.
package enum RealProgram {
  /// Copies the program by a program of its own: a file that this process has open for writing,
  /// whatever another test starts meanwhile has open as well, and then nobody can run it.
  package static func copy(_ program: String, to target: String) throws {
    let copy = Process()
    copy.executableURL = URL(filePath: "/bin/cp")
    copy.arguments = [program, target]
    try copy.run()
    copy.waitUntilExit()
  }

  /// The path of `hall`.
  ///
  /// - Throws: ``MissingTool`` where it is not built.
  package static var path: String {
    get throws {
      let manager = FileManager.default
      let bundles = Bundle.allBundles.map(\.bundlePath) + [Bundle.main.bundlePath]
      let tests = CommandLine.arguments.filter { $0.contains(".xctest") } + bundles
      var folders = tests.flatMap { path -> [String] in
        // The bundle stands beside the program; on macOS the tests are some folders within it.
        let within = path.range(of: ".xctest").map { String(path[..<$0.upperBound]) } ?? path
        return [
          URL(filePath: within).deletingLastPathComponent().path(percentEncoded: false), within,
        ]
      }
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      folders.append(root.appending(path: ".build/debug").path(percentEncoded: false))
      for folder in folders {
        let path = URL(filePath: folder).appending(path: "hall").path(percentEncoded: false)
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
          manager.isExecutableFile(atPath: path)
        {
          return path
        }
      }
      throw MissingTool(tool: .builtProgram)
    }
  }

  /// A script that runs.
  package struct Run {
    fileprivate let process: Process
    fileprivate let pipe: Pipe

    /// Waits for its end; what it said.
    package func said() -> String {
      let said = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: said, as: UTF8.self)
    }
  }

  /// Starts a script of `sh` in a folder, with `hall` as `$hall`.
  package static func start(_ script: String, hall: String, in folder: URL) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["hall": hall, "HALL_AUTHOR": "王五", "LC_ALL": "C.UTF-8"]) { $1 }
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    return Run(process: process, pipe: pipe)
  }
}
