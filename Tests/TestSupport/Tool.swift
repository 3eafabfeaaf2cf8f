import Foundation
import Testing

/// A program that a test needs and a machine may lack.
package enum Tool: String, Sendable {
  case git
  case gnuPatch = "GNU patch"
  case gnuDiff = "GNU diff"
  case sha256sum
  case sshKeygen = "ssh-keygen"
  case python = "python3"
  case jsonschema = "python3 with the module jsonschema"
  case yaml = "python3 with the module yaml"
  case soffice, ssconvert, tar, jq
  // Real shells, and what reads a manual page.
  case bash, zsh, fish, mandoc, groff
  /// What root becomes nobody with, where a test needs somebody whom permissions stop.
  case setpriv
  case builtProgram = "the built program beside the tests"

  /// Whether it is there. Each is looked for once, when the first test asks.
  package var isHere: Bool {
    switch self {
    case .git: Tool.hasGit
    case .gnuPatch: Tool.hasGNUPatch
    case .gnuDiff: Tool.hasGNUDiff
    case .jsonschema: Tool.hasJSONSchema
    case .yaml: Tool.hasYAML
    case .setpriv: getuid() != 0 || isOnPath
    case .builtProgram: (try? RealProgram.path) != nil
    case .sha256sum, .sshKeygen, .python, .soffice, .ssconvert, .tar, .jq, .bash, .zsh, .fish,
      .mandoc, .groff:
      isOnPath
    }
  }

  // Whether one answers is asked of those of which one by that name is not enough.
  private static let hasGit = answer(of: ["git", "--version"])?.status == 0
  private static let hasGNUPatch =
    answer(of: ["patch", "--version"])?.text.contains("GNU patch") == true
  private static let hasGNUDiff = answer(of: ["diff", "--version"])?.text.contains("GNU") == true
  private static let hasJSONSchema =
    answer(of: ["python3", "-c", "import jsonschema"])?.status == 0
  private static let hasYAML = answer(of: ["python3", "-c", "import yaml"])?.status == 0

  private var isOnPath: Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(rawValue)")
    }
  }

  /// What a call says, both streams together; nil where it cannot be started.
  private static func answer(of words: [String]) -> (status: Int32, text: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}

extension Tool {
  /// Whether all of them are there.
  ///
  /// - Throws: ``MissingTool`` where one is not, and `HALL_CI` is set.
  package static func areHere(_ tools: [Tool]) throws -> Bool {
    guard let missing = tools.first(where: { !$0.isHere }) else { return true }
    guard TestRun.needsAllTools else { return false }
    throw MissingTool(tool: missing)
  }
}

/// A program is not there, and the test cannot be skipped.
package struct MissingTool: Error, CustomStringConvertible {
  package let tool: Tool
  package var description: String { "\(tool.rawValue) is missing" }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where one of the programs is missing; with `HALL_CI` set the test fails instead.
  package static func needs(
    _ tools: Tool..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> Self {
    let names = tools.map(\.rawValue).joined(separator: " and ")
    return .enabled("needs \(names)", sourceLocation: sourceLocation) {
      try Tool.areHere(tools)
    }
  }
}
