# lenkwerk_embed(TARGET ROOT FILES…): compiles the files (paths below ROOT) into the target, each under its path below its
# root's `src/` or as it is; platform/embedded.hpp reads them. Content goes in by .incbin: no file is turned into C text.
function(lenkwerk_embed target root)
  set(names ${ARGN})
  list(SORT names)
  set(assembly ".section .rodata\n")
  set(declarations "")
  set(entries "")
  set(paths "")
  set(number 0)
  foreach(name ${names})
    set(path ${root}/${name})
    list(APPEND paths ${path})
    string(REGEX REPLACE "^src/" "" shown ${name})
    string(APPEND assembly ".balign 16\n.global lenkwerk_file_${number}\n.global lenkwerk_file_${number}_end\n"
      "lenkwerk_file_${number}: .incbin \"${path}\"\nlenkwerk_file_${number}_end: .byte 0\n")
    string(APPEND declarations "extern char const lenkwerk_file_${number}[], lenkwerk_file_${number}_end[];\n")
    string(APPEND entries "        {\"${shown}\", between(lenkwerk_file_${number}, lenkwerk_file_${number}_end)},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${folder}/files.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/table.cpp @ONLY CONTENT "#include \"platform/embedded.hpp\"

extern \"C\" {
${declarations}}

namespace lenkwerk::detail {
namespace {

[[maybe_unused]] std::string_view between(char const* begin, char const* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::vector<EmbeddedFile> const& all_embedded_files() {
    static std::vector<EmbeddedFile> const files{
${entries}    };
    return files;
}

}  // namespace lenkwerk::detail
")
  set_source_files_properties(${folder}/files.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${folder}/files.S ${folder}/table.cpp)
endfunction()
