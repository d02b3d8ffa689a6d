#compdef silverpoint
# Completes silverpoint in zsh with what completes it in bash.
autoload -Uz bashcompinit
bashcompinit
# bash's way to ask for names of files, which zsh offers by itself
functions[compopt]=:
source /usr/share/bash-completion/completions/silverpoint
_bash_complete -o default -F _complete_silverpoint
